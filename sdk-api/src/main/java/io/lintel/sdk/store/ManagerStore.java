package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import java.util.function.Function;

/**
 * Where the manager keeps everything. Thread-safe; several processes may use one store at once.
 *
 * <p>Failures are {@link ManagerException.StoreFailure}. What the work itself throws passes through, and the unit is
 * rolled back.
 */
public interface ManagerStore extends AutoCloseable {

    /**
     * Runs one unit of work, serialised against every other one that touches the same rows, and commits it durably.
     *
     * <p>A store may run the work again after a collision, and on the thread of another caller whose work is committed
     * together with it. So the work must change nothing but the unit, wait for no lock, and begin no other unit.
     */
    <T> T write(Function<UnitOfWork, T> work);

    /**
     * As {@link #write(Function)}, for work that reads and changes nothing but rows of one customer and the accounts and the
     * chain of its distributor. Such units need not wait for those of other distributors.
     *
     * @param partition the customer; {@link CustomerId#OPERATOR} for work that keeps to no customer
     */
    default <T> T write(CustomerId partition, Function<UnitOfWork, T> work) {
        return write(work);
    }

    /**
     * As {@link #write(CustomerId, Function)}, for a work that asks the command log for this command, and perhaps posts the
     * transfer that is named after it. A store may ask for the commands of many callers at once.
     */
    default <T> T write(CustomerId partition, CommandLog.Key command, Function<UnitOfWork, T> work) {
        return write(partition, work);
    }

    /** Runs queries on one consistent snapshot; a write in it is refused. */
    <T> T read(Function<UnitOfWork, T> queries);

    /** Lets go of files and connections. */
    @Override
    void close();
}
