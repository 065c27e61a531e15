package io.lintel.store.sql;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Makes connections to one file. */
final class SqliteConnections {

    /** Negative, so in kibibytes: 16 MiB for each connection, since ids are random and meet any page of their index. */
    private static final int CACHE = -16 * 1024;

    private SqliteConnections() {}

    /** Connections to a file that exists, all with the same guarantees. */
    static DataSource to(Path file, Duration busyTimeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(CACHE);
        // Keys, codes and people's data that were deleted are overwritten in the file, not only forgotten.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // Else the driver asks for the last row's number after each row, which nobody here wants to know.
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        return source(file, config);
    }

    /** Connections that change nothing about a file that exists: whose it is, is not known yet. */
    static DataSource asFound(Path file, Duration busyTimeout) {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        return source(file, config);
    }

    private static DataSource source(Path file, SQLiteConfig config) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }
}
