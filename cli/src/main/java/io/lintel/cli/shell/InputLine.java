package io.lintel.cli.shell;

import java.io.IOException;
import java.io.InputStream;

/** Reads one line of ASCII from standard input: a secret that is not to stand among a process's arguments. */
public final class InputLine {
    private static final int MAX_LENGTH = 4096;

    private InputLine() {}

    /** The first line, without blanks around it. */
    public static String read(InputStream in) {
        StringBuilder line = new StringBuilder();
        try {
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                line.append((char) octet);
                if (line.length() > MAX_LENGTH) {
                    throw CommandFailure.usage("cli.input-too-long", "The line on standard input is too long.");
                }
                octet = in.read();
            }
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.input",
                    "Standard input cannot be read (" + e.getClass().getSimpleName() + ").");
        }
        String text = line.toString().strip();
        if (text.isEmpty()) {
            throw CommandFailure.usage(
                    "cli.no-input", "Standard input is empty. Type a line, or send one through a pipe.");
        }
        return text;
    }
}
