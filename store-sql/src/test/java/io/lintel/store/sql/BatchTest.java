package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.CommandLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What works that share a transaction ask the database for. */
class BatchTest {

    private static final DistributorId DISTRIBUTOR = new DistributorId("0123456789abcdef");
    private static final int WORKS = 8;

    private final List<String> statements = new ArrayList<>();
    private Pool writers;
    private Batch batch;

    @BeforeEach
    void open(@TempDir Path directory) {
        Path file = directory.resolve("site.db");
        SqliteStore.create(file).close();
        writers = new Pool(pool(file), false);
        batch = new Batch(writers, "BEGIN IMMEDIATE", new SqliteFailures(file));
    }

    @AfterEach
    void close() {
        writers.close();
    }

    @Test
    void whetherCommandsWereDoneIsAskedOnceForAll() {
        batch.run(asking(true));
        assertEquals(1, reading("command"));
        assertEquals(1, reading("transfer"));

        statements.clear();
        batch.run(asking(false));
        assertEquals(WORKS, reading("command"), "who does not say what it will ask for asks for itself");
        assertEquals(WORKS, reading("transfer"));
    }

    /** Works that look their command and its transfer up. */
    private static List<Work<?>> asking(boolean areTold) {
        return Stream.generate(() -> new CommandLog.Key(Rows.CUSTOMER, TestBench.id()))
                .limit(WORKS)
                .<Work<?>>map(key -> new Work<>(Optional.of(key).filter(told -> areTold), unit -> {
                    CommandId command = key.id();
                    assertEquals(Optional.empty(), unit.commands().find(Rows.CUSTOMER, command));
                    Transfer transfer = new AccountTransfer.TakeBack(
                            TransferId.of(Rows.CUSTOMER, command), DISTRIBUTOR, Rows.CUSTOMER, 1);
                    return unit.ledger().load(List.of(transfer));
                }))
                .toList();
    }

    private long reading(String table) {
        return statements.stream()
                .filter(sql -> sql.contains("FROM " + table + " "))
                .count();
    }

    private HikariDataSource pool(Path file) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return listening(
                        SqliteConnections.to(file, Duration.ofSeconds(1)).getConnection());
            }
        });
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private Connection listening(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
