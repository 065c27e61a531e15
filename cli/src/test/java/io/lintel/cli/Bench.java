package io.lintel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Suite;
import java.nio.file.Path;

/** A terminal with a site, a person and an enrolled reader, as a newcomer has after three commands. */
public final class Bench {
    private final Terminal terminal;

    private Bench(Terminal terminal) {
        this.terminal = terminal;
    }

    public static Bench in(Path directory) {
        return in(directory, Suite.X25519);
    }

    public static Bench in(Path directory, Suite suite) {
        Terminal terminal = new Terminal(directory);
        String profile = PatientProfileFile.in(directory);
        terminal.done("site", "create", "--name", "Town hall", "--suite", suite.name(), "--profile", profile);
        terminal.done("person", "add", "Ada");
        terminal.done("reader", "enroll");
        return new Bench(terminal);
    }

    public Terminal terminal() {
        return terminal;
    }

    /** Issues a credential and returns what was told. */
    public JsonNode issue(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "credential";
        words[1] = "issue";
        words[2] = "--json";
        System.arraycopy(options, 0, words, 3, options.length);
        return terminal.done(words).json();
    }

    public Terminal.Running manager() {
        return terminal.start("manager", "run", "--listen", "127.0.0.1:0");
    }

    public Terminal.Running reader() {
        return terminal.start("reader", "run", "--listen", "127.0.0.1:0");
    }

    /** Puts a credential into the wallet {@code phone}. */
    public void activate(String... options) {
        try (Terminal.Running manager = manager()) {
            String[] words = new String[options.length + 2];
            words[0] = "--manager";
            words[1] = manager.address();
            System.arraycopy(options, 0, words, 2, options.length);
            terminal.done("wallet", "activate", issue(words).path("link").asText());
        }
    }
}
