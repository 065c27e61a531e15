package io.lintel.cli;

import io.lintel.cli.shell.Shell;

/** The program {@code lintel}: runs one command and ends with its {@link io.lintel.cli.shell.ExitCode}. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        int exitCode;
        try (Shell shell = Shell.ofThisProcess()) {
            exitCode = Lintel.run(shell, arguments);
        }
        System.exit(exitCode);
    }
}
