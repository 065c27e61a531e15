package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Units of work on a database: writing ones through lanes, in which callers share a commit, reading ones each on a
 * connection of its own.
 *
 * <p>Transactions are begun and ended by statements, not by JDBC's commit: SQLite's driver would begin the next one at once,
 * and a connection that waits in the pool would keep the write lock from every other process.
 */
final class SqlStore implements ManagerStore {

    /** A server that comes back has broken every connection that waits in the pool. */
    private static final int MOST_READS = 10;

    private final Lanes lanes;
    private final Pool writers;
    private final Pool readers;
    private final String beginReading;
    private final Failures failures;

    /** Held by every call; closing waits until it has it alone. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private final ThreadLocal<Boolean> inWork = ThreadLocal.withInitial(() -> false);
    private boolean isClosed;

    SqlStore(Lanes lanes, Pool writers, Pool readers, String beginReading, Failures failures) {
        this.lanes = lanes;
        this.writers = writers;
        this.readers = readers;
        this.beginReading = beginReading;
        this.failures = failures;
    }

    /** Gives a database's error its code. */
    interface Failures {

        /** The error of a transaction that did not commit. */
        ManagerException nothingDone(SQLException error);

        /** The error of a commit. */
        ManagerException atCommit(SQLException error);

        /**
         * Whether the database undid a transaction before its commit for no fault of its own, because of another one or with
         * its connection: the same again may succeed.
         */
        boolean isCollision(SQLException error);

        /** Whether the database refused what one statement asked for, which says nothing of others. */
        boolean isRefusal(SQLException error);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return write(lanes.whole(), Optional.empty(), work);
    }

    @Override
    public <T> T write(CustomerId partition, Function<UnitOfWork, T> work) {
        return write(lanes.of(partition), Optional.empty(), work);
    }

    @Override
    public <T> T write(CustomerId partition, CommandLog.Key command, Function<UnitOfWork, T> work) {
        return write(lanes.of(partition), Optional.of(command), work);
    }

    /** How many callers wait in the lane of work that may touch anything. */
    int waiting() {
        return lanes.whole().waiting();
    }

    private <T> T write(Lane lane, Optional<CommandLog.Key> command, Function<UnitOfWork, T> work) {
        if (inWork.get()) {
            throw new IllegalStateException("a unit of work cannot begin another one");
        }
        enter();
        try {
            return lane.run(command, unit -> {
                inWork.set(true);
                try {
                    return work.apply(unit);
                } finally {
                    inWork.remove();
                }
            });
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        enter();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(queries);
                } catch (SqlFailure e) {
                    requireAnotherTry(e.error(), attempt);
                } catch (SQLException e) {
                    requireAnotherTry(e, attempt);
                }
            }
        } finally {
            open.readLock().unlock();
        }
    }

    private <T> T attempt(Function<UnitOfWork, T> queries) throws SQLException {
        Connection connection = readers.take();
        try {
            Sql.execute(connection, beginReading);
            try (SqlUnit unit =
                    new SqlUnit(Sql.reading(connection, readers.statements(connection)), Expected.nothing())) {
                return queries.apply(unit);
            }
        } finally {
            readers.rollBack(connection);
            readers.giveBack(connection);
        }
    }

    private void requireAnotherTry(SQLException error, int attempt) {
        if (!failures.isCollision(error) || attempt == MOST_READS) {
            throw failures.nothingDone(error);
        }
    }

    /** Waits for every call that has begun. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            isClosed = true;
            readers.close();
            writers.close();
        } finally {
            open.writeLock().unlock();
        }
    }

    private void enter() {
        open.readLock().lock();
        if (isClosed) {
            open.readLock().unlock();
            throw new IllegalStateException("this store was closed");
        }
    }
}
