package io.lintel.cli.shell;

import io.lintel.crypto.CryptoException;
import io.lintel.crypto.UnusableProviderException;
import io.lintel.protocol.ProtocolException;
import io.lintel.protocol.activation.ActivationException;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.LineProblem;
import io.lintel.sdk.model.ManagerException;
import io.lintel.store.file.FileStoreException;
import io.lintel.transport.bluez.BluetoothException;
import io.lintel.transport.session.TransportException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A failure as the person at the terminal, or the calling program, gets to know it.
 *
 * @param exitCode what the process ends with
 * @param code the stable code, for programs
 * @param message what happened, why, and what to do next
 * @param problems what is wrong with which line of a file; empty for other failures
 * @param repeatAs the id of the command whose outcome is open, and which is therefore to be repeated
 */
record FailureReport(
        ExitCode exitCode, String code, String message, List<LineProblem> problems, Optional<CommandId> repeatAs) {

    FailureReport(ExitCode exitCode, String code, String message) {
        this(exitCode, code, message, List.of(), Optional.empty());
    }

    /**
     * Reports a failure.
     *
     * @param command the id of the manager's command that was on its way, where there was one
     */
    static FailureReport of(Throwable failure, Optional<CommandId> command) {
        FailureReport report = of(failure);
        boolean open = failure instanceof ManagerException manager && manager.mayHaveTakenEffect();
        if (!open || command.isEmpty()) {
            return report;
        }
        String repeat = " Run the same command again with --command-id " + command.get()
                + ": it is done once, however often it is repeated.";
        return new FailureReport(report.exitCode(), report.code(), report.message() + repeat, List.of(), command);
    }

    private static FailureReport of(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof CommandFailure known) {
            return new FailureReport(known.exitCode(), known.code(), message);
        }
        if (failure instanceof ManagerException.BadFile file) {
            return ofFile(file);
        }
        if (failure instanceof ManagerException manager) {
            String code =
                    "manager." + manager.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new FailureReport(exitCode(manager.code()), code, sentence(message) + hint(manager.code()));
        }
        if (failure instanceof TransportException transport) {
            return new FailureReport(ExitCode.ENVIRONMENT, transport.errorCode(), message);
        }
        if (failure instanceof BluetoothException bluetooth) {
            return new FailureReport(ExitCode.ENVIRONMENT, bluetooth.errorCode(), message);
        }
        if (failure instanceof FileStoreException file) {
            return new FailureReport(ExitCode.ENVIRONMENT, file.errorCode(), message);
        }
        if (failure instanceof ActivationException activation) {
            boolean typed = activation.code() != ActivationException.Code.NOT_AUTHENTIC;
            return new FailureReport(typed ? ExitCode.USAGE : ExitCode.ENVIRONMENT, activation.errorCode(), message);
        }
        if (failure instanceof ProtocolException protocol) {
            return new FailureReport(ExitCode.ENVIRONMENT, protocol.errorCode(), message);
        }
        return ofLibraries(failure, message);
    }

    private static FailureReport ofFile(ManagerException.BadFile file) {
        long untold = file.total() - file.problems().size();
        return new FailureReport(
                ExitCode.REFUSED,
                "manager.file-invalid",
                "The file has " + file.total() + (file.total() == 1 ? " problem" : " problems")
                        + ", and nothing was changed. Correct " + (file.total() == 1 ? "it" : "them") + " and try again"
                        + (untold == 0 ? "." : "; the last " + untold + " are not told here."),
                file.problems(),
                Optional.empty());
    }

    private static FailureReport ofLibraries(Throwable failure, String message) {
        if (failure instanceof UnusableProviderException) {
            return new FailureReport(ExitCode.ENVIRONMENT, "crypto.provider", message);
        }
        if (failure instanceof CryptoException) {
            return new FailureReport(
                    ExitCode.ENVIRONMENT,
                    "crypto.bad-key",
                    "A key is not one of its suite. Get the file or link again.");
        }
        if (failure instanceof IllegalArgumentException) {
            return new FailureReport(ExitCode.USAGE, "cli.invalid-value", sentence(message));
        }
        return new FailureReport(
                ExitCode.DEFECT,
                "cli.defect",
                "Lintel failed: " + failure.getClass().getSimpleName() + ": " + message
                        + ". Run it again with --debug and report what it prints.");
    }

    /** What the manager advises in an ACS's words, in this command's words. */
    private static String hint(ErrorCode code) {
        return switch (code) {
            case INSUFFICIENT_CREDIT -> " For example: lintel credit add 10";
            case STORE_NOT_FOUND -> " To begin with a new one: lintel site create --name NAME";
            case DUPLICATE_READER -> " For its newest configuration: lintel reader update";
            default -> "";
        };
    }

    private static String sentence(String message) {
        String ended = message.endsWith(".") ? message : message + ".";
        return ended.substring(0, 1).toUpperCase(Locale.ROOT) + ended.substring(1);
    }

    /** Most codes are refusals; these say that something outside is not as it must be. */
    private static ExitCode exitCode(ErrorCode code) {
        return switch (code) {
            case PROFILE_UNKNOWN -> ExitCode.USAGE;
            case PROFILE_INVALID,
                    STORE_BUSY,
                    STORE_NOT_FOUND,
                    STORE_NOT_LINTEL,
                    STORE_TOO_NEW,
                    STORE_READ_ONLY,
                    STORE_NOT_DURABLE,
                    STORE_FAILED -> ExitCode.ENVIRONMENT;
            default -> ExitCode.REFUSED;
        };
    }
}
