package io.lintel.cli.shell;

import java.io.Serial;

/** A command cannot go on, for a reason that the person at the terminal can act on. */
public final class CommandFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String code;

    private CommandFailure(ExitCode exitCode, String code, String message) {
        super(message);
        this.exitCode = exitCode;
        this.code = code;
    }

    /** It was understood and refused. */
    public static CommandFailure refused(String code, String message) {
        return new CommandFailure(ExitCode.REFUSED, code, message);
    }

    /** It was called wrongly. */
    public static CommandFailure usage(String code, String message) {
        return new CommandFailure(ExitCode.USAGE, code, message);
    }

    /** A file, a port or a peer is not as it must be. */
    public static CommandFailure environment(String code, String message) {
        return new CommandFailure(ExitCode.ENVIRONMENT, code, message);
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** The kind of failure, for programs: lower-case words with hyphens. */
    public String code() {
        return code;
    }
}
