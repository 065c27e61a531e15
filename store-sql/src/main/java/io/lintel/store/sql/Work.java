package io.lintel.store.sql;

import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One caller's unit of work, and what became of it. Whoever leads the batch runs it, perhaps more than once; the caller
 * learns the outcome when the batch has ended.
 */
final class Work<T> {

    private final Optional<CommandLog.Key> command;
    private final Function<UnitOfWork, T> task;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private volatile boolean settled;

    /**
     * A work that has not run.
     *
     * @param command what it will ask the command log for, where it says so
     */
    Work(Optional<CommandLog.Key> command, Function<UnitOfWork, T> task) {
        this.command = command;
        this.task = task;
    }

    Optional<CommandLog.Key> command() {
        return command;
    }

    /** Runs it and keeps what it returns, for the case that the batch commits. */
    void run(UnitOfWork unit) {
        failure = null;
        value = task.apply(unit);
    }

    /** What happened instead. */
    void fail(Throwable cause) {
        failure = cause;
        value = null;
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** From now on the outcome stays, and its caller may read it. */
    void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /** The outcome, to its caller. */
    @SuppressWarnings("NullAway") // A unit of work may return null, where its caller says so.
    T outcome() {
        Throwable cause = failure;
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return value;
    }
}
