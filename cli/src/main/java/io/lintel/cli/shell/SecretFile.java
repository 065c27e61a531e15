package io.lintel.cli.shell;

import io.lintel.sdk.model.TypedSecret;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a secret that must not stand among the arguments of a process, where others see it: the first line of a file, or of
 * standard input.
 */
public final class SecretFile {
    /** What stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private SecretFile() {}

    /**
     * Reads it. Whoever asks closes it.
     *
     * @param file a path, or {@value #STANDARD_INPUT}
     */
    public static TypedSecret read(Shell shell, String file) {
        String line = file.equals(STANDARD_INPUT)
                ? InputLine.read(shell.in())
                : TextFile.read(shell.resolve(Path.of(file)), "Write the secret into its first line.")
                        .lines()
                        .findFirst()
                        .orElse("");
        if (line.isEmpty()) {
            throw CommandFailure.environment("cli.no-secret", "The first line of " + file + " is empty.");
        }
        char[] characters = line.toCharArray();
        try {
            return TypedSecret.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
