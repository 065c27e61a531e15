package io.lintel.store.sql;

import io.lintel.sdk.model.ManagerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs works in one transaction, one after another. A work that throws is undone alone; the others commit together, or
 * none of them does.
 */
final class Batch {

    /** How often works are run again because of others' transactions. */
    private static final int MAX_ATTEMPTS = 12;

    private static final long LONGEST_PAUSE_MICROS = 50_000;

    private final Pool writers;
    private final String begin;
    private final SqlStore.Failures failures;

    Batch(Pool writers, String begin, SqlStore.Failures failures) {
        this.writers = writers;
        this.begin = begin;
        this.failures = failures;
    }

    /** The transaction was undone, and one of its works is to blame: which, they show when each has its own. */
    private static final class OneIsToBlame extends Exception {
        private static final long serialVersionUID = 1L;

        OneIsToBlame(SQLException error) {
            super(error);
        }
    }

    /** Gives every work its outcome. */
    void run(List<Work<?>> works) {
        try {
            runTogether(works);
        } catch (OneIsToBlame e) {
            works.forEach(this::runAlone);
        }
    }

    private void runAlone(Work<?> work) {
        try {
            runTogether(List.of(work));
        } catch (OneIsToBlame e) {
            throw new IllegalStateException("a work alone is the one to blame", e);
        }
    }

    private void runTogether(List<Work<?>> works) throws OneIsToBlame {
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(works);
                return;
            } catch (SQLException e) {
                if (!failures.isCollision(e) || attempt == MAX_ATTEMPTS) {
                    ManagerException failure = failures.nothingDone(e);
                    works.forEach(work -> work.fail(failure));
                    return;
                }
                pause(attempt);
            }
        }
    }

    /** What goes wrong before the commit leaves nothing: it is thrown, and the works' outcomes count for nothing. */
    private void attempt(List<Work<?>> works) throws SQLException, OneIsToBlame {
        Connection connection = writers.take();
        boolean ended = false;
        try {
            Sql.execute(connection, begin);
            Sql sql = Sql.writing(connection, writers.statements(connection), works.size() > 1);
            try (SqlUnit unit = new SqlUnit(sql, Expected.of(works))) {
                for (Work<?> work : works) {
                    run(work, unit, sql);
                }
            }
            end(works, connection, sql);
            ended = true;
        } catch (SqlFailure e) {
            throw blame(works, e.error());
        } finally {
            if (!ended) {
                writers.rollBack(connection);
            }
            writers.giveBack(connection);
        }
    }

    private void run(Work<?> work, SqlUnit unit, Sql sql) throws SQLException, OneIsToBlame {
        sql.beginWork();
        try {
            work.run(unit);
            sql.requireIntact();
        } catch (SqlFailure e) {
            if (failures.isCollision(e.error())) {
                throw e.error();
            }
            sql.undoWork();
            work.fail(failures.nothingDone(e.error()));
        } catch (RuntimeException | Error e) {
            sql.undoWork();
            work.fail(e);
        }
    }

    private void end(List<Work<?>> works, Connection connection, Sql sql) throws SQLException, OneIsToBlame {
        sql.finish();
        if (!sql.hasWritten()) {
            writers.rollBack(connection);
            return;
        }
        try {
            Sql.execute(connection, "COMMIT");
        } catch (SQLException e) {
            ManagerException failure = failures.atCommit(e);
            if (!failure.mayHaveTakenEffect()) {
                throw blame(works, e);
            }
            // What the database left open must not wait in the pool for the next batch.
            writers.rollBack(connection);
            works.stream().filter(work -> !work.hasFailed()).forEach(work -> work.fail(failure));
        }
    }

    private SQLException blame(List<Work<?>> works, SQLException error) throws OneIsToBlame {
        if (works.size() > 1 && failures.isRefusal(error)) {
            throw new OneIsToBlame(error);
        }
        return error;
    }

    /** Longer each time, and by chance, so that two managers do not meet again at once. */
    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MICROS, 500L << attempt);
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(1, longest + 1)));
    }
}
