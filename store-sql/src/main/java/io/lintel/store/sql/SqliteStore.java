package io.lintel.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The manager's store in one SQLite file: write-ahead log, every commit flushed to the disk, foreign keys on. Opening
 * refuses anything less.
 *
 * <p>Several processes may have the file open at once; one writes at a time and the others wait for it. The file holds the
 * private keys of its sites: it is created readable for its owner alone, and so are the files that SQLite keeps beside it.
 * Do not put it on a network file system.
 */
public final class SqliteStore {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
    private static final int READERS = 4;
    private static final int MAX_BATCH = 128;

    /** The log goes back into the file when it has so many pages, 32 MiB: the more it holds, the fewer are written twice. */
    private static final int LOG_PAGES = 8192;

    /** The pool takes no shorter one. */
    private static final long LEAST_POOL_WAIT_MILLIS = 250;

    private SqliteStore() {}

    /**
     * Makes a new database and opens it. A crash while it is being made leaves no file under its name.
     *
     * @throws ManagerException.StoreFailure where there is such a file already, or it cannot be made
     */
    public static ManagerStore create(Path file) {
        SqliteFile.create(file);
        return open(file);
    }

    /**
     * Opens a database, bringing it up to this version where it is older.
     *
     * @throws ManagerException.StoreFailure where there is no such file, it is no Lintel database, is of a newer version,
     *     cannot be written, or cannot be made durable
     */
    public static ManagerStore open(Path file) {
        return open(file, BUSY_TIMEOUT);
    }

    /** Opens the database if there is one, else makes it. */
    public static ManagerStore openOrCreate(Path file) {
        if (!Files.exists(file)) {
            SqliteFile.createUnlessMade(file);
        }
        return open(file);
    }

    static ManagerStore open(Path file, Duration busyTimeout) {
        return open(file, busyTimeout, MAX_BATCH);
    }

    /** With at most so many works to a commit. */
    static ManagerStore open(Path file, Duration busyTimeout, int maxBatch) {
        SqliteFailures failures = new SqliteFailures(file);
        SqliteFile.requireUsable(file, busyTimeout, failures);
        DataSource connections = SqliteConnections.to(file, busyTimeout);
        Schema.upgrade(connections, Schema.SQLITE, failures);
        SqliteDurability.require(file, connections, failures);
        HikariConfig writers = pool("lintel-writer", connections, 1, busyTimeout);
        writers.setConnectionInitSql("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        Pool writer = new Pool(new HikariDataSource(writers), true);
        HikariConfig readers = pool("lintel-reader", connections, READERS, busyTimeout);
        readers.setConnectionInitSql("PRAGMA query_only = ON");
        // A writer takes the lock when it begins, so that none fails half way because another was first.
        Batch batch = new Batch(writer, "BEGIN IMMEDIATE", failures);
        return new SqlStore(
                new OneLane(new Lane(maxBatch, batch::run)),
                writer,
                new Pool(new HikariDataSource(readers), true),
                "BEGIN",
                failures);
    }

    /** SQLite has one writer at a time. */
    private record OneLane(Lane whole) implements Lanes {
        @Override
        public Lane of(CustomerId partition) {
            return whole;
        }
    }

    private static HikariConfig pool(String name, DataSource connections, int size, Duration wait) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        // Inside one process writers queue here, in order; between processes they queue in SQLite.
        config.setConnectionTimeout(
                Math.max(LEAST_POOL_WAIT_MILLIS, wait.multipliedBy(3).toMillis()));
        config.setInitializationFailTimeout(-1);
        config.setMaxLifetime(0);
        return config;
    }
}
