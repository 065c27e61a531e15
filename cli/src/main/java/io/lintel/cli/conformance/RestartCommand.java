package io.lintel.cli.conformance;

import io.lintel.conformance.Restart;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Restarts what is tried by a command of its owner's.
 *
 * @param command for {@code sh -c}; what it prints to the standard error is shown, and nothing else
 */
record RestartCommand(String command) implements Restart {
    private static final long MOST_MINUTES = 1;

    @Override
    public void restart() throws IOException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("the command that restarts did not end within a minute");
            }
            if (process.exitValue() != 0) {
                throw new IOException("the command that restarts ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the run was interrupted", interrupted);
        } finally {
            process.destroy();
        }
    }
}
