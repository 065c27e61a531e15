package io.lintel.cli.shell;

/** What the command says to the program that called it. */
public enum ExitCode {
    /** It was done, or granted. */
    OK(0),
    /** It was understood and refused, or denied. */
    REFUSED(1),
    /** It was called wrongly. */
    USAGE(2),
    /** A file, a port or a peer is not as it must be. */
    ENVIRONMENT(3),
    /** Lintel itself failed. */
    DEFECT(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The exit status of the process. */
    public int number() {
        return number;
    }
}
