package io.lintel.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads one line from standard input: a secret that is not to stand among a process's arguments. */
public final class InputLine {
    private static final int MAX_SIZE_BYTES = 4096;

    private InputLine() {}

    /** The first line, without blanks around it. */
    public static String read(InputStream in) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
                line.write(octet);
                if (line.size() > MAX_SIZE_BYTES) {
                    throw CommandFailure.usage("cli.input-too-long", "The line on standard input is too long.");
                }
            }
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.input",
                    "Standard input cannot be read (" + e.getClass().getSimpleName() + ").");
        }
        String text = line.toString(StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw CommandFailure.usage(
                    "cli.no-input", "Standard input is empty. Type a line, or send one through a pipe.");
        }
        return text;
    }
}
