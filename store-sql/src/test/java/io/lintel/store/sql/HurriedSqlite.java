package io.lintel.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite that waits for no disk: for trials of very many commands, which no crash interrupts, and for the power cuts that
 * must find it out.
 */
record HurriedSqlite(Path file) implements TestDatabase {

    /** One that begins as a copy of another. */
    static HurriedSqlite copyOf(Path template, Path file) {
        try {
            Files.copy(template, file);
            // The log beside it is empty: the last to close a database writes it back.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HurriedSqlite(file);
    }

    @Override
    public ManagerStore open() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.enforceForeignKeys(true);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        SqliteFailures failures = new SqliteFailures(file);
        Pool writer = pool(source);
        Batch batch = new Batch(writer, "BEGIN IMMEDIATE", failures);
        return new SqlStore(new OneLane(new Lane(1, batch::run)), writer, pool(source), "BEGIN", failures);
    }

    private static Pool pool(SQLiteDataSource source) {
        HikariConfig one = new HikariConfig();
        one.setDataSource(source);
        one.setMaximumPoolSize(1);
        one.setMaxLifetime(0);
        return new Pool(new HikariDataSource(one), true);
    }

    private record OneLane(Lane whole) implements Lanes {
        @Override
        public Lane of(CustomerId partition) {
            return whole;
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    public String octets() {
        throw new UnsupportedOperationException("nobody searches a trial's file");
    }

    @Override
    public String[] arguments() {
        return new String[] {file.toString()};
    }

    @Override
    public TestDatabase copy() {
        return TestDatabase.sqlite(file).copy();
    }

    @Override
    public void drop() {
        try {
            for (String suffix : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
