package io.lintel.store.sql;

import io.lintel.sdk.store.UnitOfWork;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One caller's unit of work, and what became of it. Whoever leads the batch runs it, perhaps more than once; the caller
 * learns the outcome when the batch has ended.
 */
final class Work<T> {

    private final Function<UnitOfWork, T> task;
    private @Nullable T value;
    private @Nullable Throwable failure;
    private boolean settled;

    Work(Function<UnitOfWork, T> task) {
        this.task = task;
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

    /** From now on the outcome stays. */
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
