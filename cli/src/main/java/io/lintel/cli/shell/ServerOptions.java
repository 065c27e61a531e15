package io.lintel.cli.shell;

import picocli.CommandLine.Option;

/** How a command that runs on and on comes to its end. */
public final class ServerOptions {
    private static final long CHECK_MILLIS = 1000;

    @Option(
            names = "--stop-at-end-of-input",
            description = "Also stop when standard input ends, as it does when a supervising program is gone.")
    private boolean stopAtEndOfInput;

    /** Waits until the command is to stop. */
    public void awaitStop(Shell shell) {
        awaitStop(shell, () -> {});
    }

    /** Waits until the command is to stop, and does something each second meanwhile. */
    public void awaitStop(Shell shell, Runnable eachSecond) {
        shell.stop().finishFirst();
        if (stopAtEndOfInput) {
            shell.stop().atEndOf(shell.in());
        }
        while (!shell.stop().isRequestedWithin(CHECK_MILLIS)) {
            eachSecond.run();
        }
    }
}
