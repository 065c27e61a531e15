package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A wrong store: it confirms as soon as the work has run, which is before the commit. */
final class HastyStore implements ManagerStore {

    private final ManagerStore store;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    HastyStore(ManagerStore store) {
        this.store = store;
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return early(work, store::write);
    }

    @Override
    public <T> T write(CustomerId partition, Function<UnitOfWork, T> work) {
        return early(work, early -> store.write(partition, early));
    }

    private <T> T early(Function<UnitOfWork, T> work, Function<Function<UnitOfWork, T>, T> write) {
        CompletableFuture<T> result = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                T written = write.apply(unit -> {
                    T value = work.apply(unit);
                    result.complete(value);
                    return value;
                });
                result.complete(written);
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        return store.read(queries);
    }

    @Override
    public void close() {
        threads.shutdown();
        store.close();
    }
}
