package io.lintel.store.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** One founded ground per product, to be copied for each trial. */
final class LifecycleGrounds implements AutoCloseable {

    private final Path directory;
    private final Map<LifecycleProduct, LifecycleGround> founded = new EnumMap<>(LifecycleProduct.class);
    private int copies;

    LifecycleGrounds() {
        try {
            directory = Files.createTempDirectory("lintel-lifecycle");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized LifecycleGround fresh(LifecycleProduct product) {
        copies++;
        return founded.computeIfAbsent(product, this::found).copy(directory.resolve("trial-" + copies + ".db"));
    }

    private LifecycleGround found(LifecycleProduct product) {
        return new LifecycleGround(directory.resolve(product + ".db"), product).founded();
    }

    @Override
    public void close() {
        founded.values().forEach(ground -> ground.bench.database.drop());
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
