package io.lintel.sdk.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every failure of the manager and its store: one unchecked hierarchy with a stable {@link #code()}.
 *
 * <p>The message says what happened, why, and what to do next, without secrets and personal data. A caller's
 * programming error is {@link IllegalArgumentException} or {@link IllegalStateException} instead.
 */
public abstract sealed class ManagerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    private ManagerException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The stable code. */
    public final ErrorCode code() {
        return code;
    }

    /** Whether the command may have been done although it failed: repeat it with the same id to find out. */
    public boolean mayHaveTakenEffect() {
        return false;
    }

    /** How long to wait before trying again, where trying again can help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The command was understood and refused; nothing changed. */
    public static final class Refused extends ManagerException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        /** A refusal with its reason. */
        public Refused(ErrorCode code, String message) {
            super(code, message, null);
            this.retryAfter = null;
        }

        /** A refusal that ends by itself. */
        public Refused(ErrorCode code, String message, Duration retryAfter) {
            super(code, message, null);
            this.retryAfter = retryAfter;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }

    /** A file or list is not right; nothing changed. */
    public static final class BadFile extends ManagerException {
        private static final long serialVersionUID = 1L;

        /** The most problems that are told one by one. */
        public static final int MAX_PROBLEMS = 1000;

        private static final int IN_MESSAGE = 10;

        private final LineProblem[] problems;
        private final long total;

        /** Names the first problems, in the order of the file, and says how many there are. */
        public BadFile(List<LineProblem> first, long total) {
            super(ErrorCode.FILE_INVALID, message(first, total), null);
            this.problems = first.toArray(LineProblem[]::new);
            this.total = total;
        }

        /** The first {@value #MAX_PROBLEMS} problems, in the order of the file. */
        public List<LineProblem> problems() {
            return List.of(problems);
        }

        /** How many problems there are in all. */
        public long total() {
            return total;
        }

        private static String message(List<LineProblem> first, long total) {
            return "the file has " + total + (total == 1 ? " problem" : " problems")
                    + ", and nothing was changed; correct them and try again: "
                    + first.stream()
                            .limit(IN_MESSAGE)
                            .map(LineProblem::toString)
                            .collect(Collectors.joining("; "))
                    + (total > IN_MESSAGE ? "; and " + (total - IN_MESSAGE) + " more" : "");
        }
    }

    /** The named thing does not exist; nothing changed. */
    public static final class NotFound extends ManagerException {
        private static final long serialVersionUID = 1L;

        /** Names what was looked for, without personal data. */
        public NotFound(String what) {
            super(ErrorCode.NOT_FOUND, what + " does not exist; list what exists and check the id", null);
        }
    }

    /** A command id came back with another request; nothing changed. */
    public static final class Conflict extends ManagerException {
        private static final long serialVersionUID = 1L;

        /** Names the id. */
        public Conflict(CommandId id) {
            super(
                    ErrorCode.COMMAND_CONFLICT,
                    "command " + id + " was used before with another request; draw a new command id for a new request",
                    null);
        }
    }

    /** The store failed. */
    public static final class StoreFailure extends ManagerException {
        private static final long serialVersionUID = 1L;

        private final boolean mayHaveTakenEffect;
        private final @Nullable Duration retryAfter;

        private StoreFailure(
                ErrorCode code,
                String message,
                boolean mayHaveTakenEffect,
                @Nullable Duration retryAfter,
                @Nullable Throwable cause) {
            super(code, message, cause);
            this.mayHaveTakenEffect = mayHaveTakenEffect;
            this.retryAfter = retryAfter;
        }

        /** The store cannot be opened or used as it is; nothing changed. */
        public static StoreFailure unusable(ErrorCode code, String message, @Nullable Throwable cause) {
            return new StoreFailure(code, message, false, null, cause);
        }

        /** Another process kept the store too long; nothing changed. */
        public static StoreFailure busy(String message, Duration retryAfter, Throwable cause) {
            return new StoreFailure(ErrorCode.STORE_BUSY, message, false, retryAfter, cause);
        }

        /** The store failed at commit or without saying where: the command may have been done. */
        public static StoreFailure uncertain(String message, Throwable cause) {
            return new StoreFailure(ErrorCode.STORE_FAILED, message, true, Duration.ofSeconds(1), cause);
        }

        @Override
        public boolean mayHaveTakenEffect() {
            return mayHaveTakenEffect;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }
}
