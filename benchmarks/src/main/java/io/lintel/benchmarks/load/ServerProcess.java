package io.lintel.benchmarks.load;

import io.lintel.benchmarks.results.OtherJvm;
import io.lintel.crypto.Suite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/** A {@link LoadServer} in a process of its own, with this one's class path and JDK. Not thread-safe. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final Handout handout;

    private ServerProcess(Process process) throws IOException, GeneralSecurityException {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.handout = Handout.parse(answer());
    }

    /**
     * Starts it, and waits until it serves.
     *
     * @param credentials how many credentials the reader knows
     * @param phones how many of them have a phone that taps
     */
    static ServerProcess start(Suite suite, int credentials, int phones) throws IOException, GeneralSecurityException {
        Process process = OtherJvm.of(
                        LoadServer.class,
                        List.of(),
                        List.of(suite.name(), Integer.toString(credentials), Integer.toString(phones)))
                .start();
        try {
            return new ServerProcess(process);
        } catch (IOException | GeneralSecurityException | RuntimeException failed) {
            process.destroy();
            throw failed;
        }
    }

    Handout handout() {
        return handout;
    }

    /** Processor time that the server has used, in nanoseconds. */
    long cpuNanos() throws IOException {
        return ask("cpu");
    }

    /** How many of its TLS handshakes were full ones. */
    long fullHandshakes() throws IOException {
        return ask("full");
    }

    /** How many connections its reader has. */
    long open() throws IOException {
        return ask("open");
    }

    private long ask(String question) throws IOException {
        questions.println(question);
        return Long.parseLong(answer());
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the server under load has ended; what it said stands above");
        }
        return line;
    }

    /** Ends it: its input ends. */
    @Override
    public void close() {
        questions.close();
        try {
            process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
