package io.lintel.benchmarks.store;

import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.util.function.Function;

/** Runs everything in one unit of work that somebody else commits. */
record WithinUnit(UnitOfWork unit) implements ManagerStore {

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return work.apply(unit);
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        return queries.apply(unit);
    }

    @Override
    public void close() {}
}
