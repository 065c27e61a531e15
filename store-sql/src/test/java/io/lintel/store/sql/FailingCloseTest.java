package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.ManagerStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A connection that fails after its transaction has ended. */
class FailingCloseTest {

    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void whatWasCommittedIsReturnedAlthoughTheConnectionFailsAfterwards(@TempDir Path directory) {
        Path file = directory.resolve("site.db");
        SqliteStore.create(file).close();
        SqliteFailures failing = new SqliteFailures(file);
        Pool writers = new Pool(pool(file), false);
        Lane lane = new Lane(1, new Batch(writers, "BEGIN IMMEDIATE", failing)::run);
        Lanes lanes = new Lanes() {
            @Override
            public Lane of(CustomerId partition) {
                return lane;
            }

            @Override
            public Lane whole() {
                return lane;
            }
        };
        try (ManagerStore store = new SqlStore(lanes, writers, new Pool(pool(file), false), "BEGIN", failing)) {
            for (long number = 1; number <= 3; number++) {
                long counted = store.write(unit -> unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE));
                assertEquals(number, counted);
            }
        }

        assertEquals(3, failures.get());
    }

    private HikariDataSource pool(Path file) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return failingAtTheEnd(
                        SqliteConnections.to(file, Duration.ofSeconds(1)).getConnection());
            }
        });
        config.setMaximumPoolSize(1);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** The pool clears a connection's warnings when it is given back. */
    private Connection failingAtTheEnd(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("clearWarnings")) {
                        failures.incrementAndGet();
                        throw new SQLException("the disk went away");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
