package io.lintel.benchmarks.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The same store, the same statements, the same callers; but each call has its transaction and its commit for itself. */
final class CommitPerCall implements ManagerStore {

    private final ManagerStore store;
    private final ReentrantLock turn = new ReentrantLock();

    CommitPerCall(ManagerStore store) {
        this.store = store;
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        turn.lock();
        try {
            return store.write(work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T write(CustomerId partition, Function<UnitOfWork, T> work) {
        turn.lock();
        try {
            return store.write(partition, work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        return store.read(queries);
    }

    @Override
    public void close() {
        store.close();
    }
}
