package io.lintel.cli;

import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Stop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A terminal in a directory: runs the command's real entry point in this process and keeps what it prints. */
public final class Terminal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Clock clock;

    public Terminal(Path directory) {
        this(directory, Clock.systemUTC());
    }

    private Terminal(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The same terminal at another time. */
    public Terminal at(Clock other) {
        return new Terminal(directory, other);
    }

    public Path directory() {
        return directory;
    }

    /** Runs a command to its end. */
    public Printed run(String... words) {
        return run(InputStream.nullInputStream(), words);
    }

    /** The same with something to read on standard input. */
    public Printed hearing(String input, String... words) {
        return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), words);
    }

    private Printed run(InputStream in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode;
        try (Shell shell = shell(in, out, err, Stop.onRequest())) {
            exitCode = Lintel.run(shell, words);
        }
        return new Printed(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command that has to succeed. */
    public Printed done(String... words) {
        Printed printed = run(words);
        if (printed.exitCode() != 0) {
            throw new AssertionError("lintel " + String.join(" ", words) + ": " + printed);
        }
        return printed;
    }

    /** Starts a command that runs on, and waits until it listens. */
    public Running start(String... words) {
        return new Running(words);
    }

    private Shell shell(InputStream in, ByteArrayOutputStream out, ByteArrayOutputStream err, Stop stop) {
        return new Shell(directory, in, out, err, StandardCharsets.UTF_8, clock, stop);
    }

    /** A command that runs on until it is closed. */
    public final class Running implements AutoCloseable {
        private final Printout out = new Printout();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();
        private final Stop stop = Stop.onRequest();
        private final Thread thread;

        private Running(String... words) {
            thread = new Thread(() -> {
                try (Shell shell = shell(InputStream.nullInputStream(), out, err, stop)) {
                    Lintel.run(shell, words);
                } finally {
                    out.end();
                }
            });
            thread.start();
            await("listens on ");
        }

        /** Where it listens, {@code HOST:PORT}. */
        public String address() {
            return printed().split("listens on ", 2)[1].split("\\. ", 2)[0];
        }

        public String printed() {
            return out.text();
        }

        /** Waits until it has printed a text. */
        public void await(String text) {
            if (!out.await(text, PATIENCE)) {
                throw new AssertionError("never printed \"" + text + "\" but: " + printed() + err);
            }
        }

        @Override
        public void close() {
            stop.request();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
