package io.lintel.cli.shell;

/** All commands together, for a command that runs others. */
@FunctionalInterface
public interface Program {
    /** Runs the command that the arguments name and returns the exit status. */
    int run(Shell shell, String... arguments);
}
