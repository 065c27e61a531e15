package io.lintel.benchmarks.store;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.store.sql.PostgresStore;
import io.lintel.store.sql.SqliteStore;
import io.lintel.testing.postgres.PostgresAddress;
import io.lintel.testing.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A fresh database to measure on, with full durability. */
interface BenchmarkDatabase {

    ManagerStore open();

    /** A connection past the store, as durable as its own. */
    Connection connect() throws SQLException;

    /** Does what a database does by and by after a great many rows were added: it is not what is measured. */
    String settling();

    void drop();

    /** A file, whose directory decides on the disk. */
    static BenchmarkDatabase sqlite(Path file) {
        return new BenchmarkDatabase() {
            @Override
            public ManagerStore open() {
                return SqliteStore.openOrCreate(file);
            }

            @Override
            public Connection connect() throws SQLException {
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA synchronous = FULL");
                }
                return connection;
            }

            @Override
            public String settling() {
                return "PRAGMA wal_checkpoint(TRUNCATE)";
            }

            @Override
            public void drop() {
                try {
                    for (String suffix : List.of("", "-wal", "-shm")) {
                        Files.deleteIfExists(Path.of(file + suffix));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** On the server that tests use, too. */
    static BenchmarkDatabase postgres() {
        PostgresAddress address = PostgresServer.shared().createDatabase();
        return new BenchmarkDatabase() {
            @Override
            public ManagerStore open() {
                try (SecretBytes password =
                        SecretBytes.copyOf(address.password().getBytes(StandardCharsets.UTF_8))) {
                    return PostgresStore.open(address.url(), address.user(), password);
                }
            }

            @Override
            public Connection connect() throws SQLException {
                return DriverManager.getConnection(address.url(), address.user(), address.password());
            }

            @Override
            public String settling() {
                return "VACUUM ANALYZE";
            }

            @Override
            public void drop() {
                PostgresServer.shared().drop(address);
            }
        };
    }
}
