package io.lintel.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.ManagerStore;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The manager's store in one PostgreSQL database, version 14 or newer, which any number of managers may use at once.
 *
 * <p>Opening makes the tables in an empty database and brings older ones up to date. It refuses a server whose settings
 * {@code fsync}, {@code full_page_writes} or {@code synchronous_commit} are off. Units of work run at READ COMMITTED under
 * row locks that they take first, in one order, so none meets the changes of another half way.
 *
 * <p>The database holds the private keys of its sites: give it a user of its own, and encrypt the connection where it
 * leaves the machine ({@code sslmode=verify-full} in the URL).
 */
public final class PostgresStore {

    /** A writer that waits longer for another manager's locks is told that the store is busy. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /** A manager that stopped in the middle of a unit of work keeps its locks no longer than this. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    /** A URL is shown and passed on, so a password must not stand in it. */
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password|sslpassword)=|//[^/?]*@");

    /**
     * The server keeps plans for what it counted in the tables last, and a new site's tables were empty then. Every statement
     * that runs for one row has an index to go by.
     */
    private static final String INDEXES_FIRST = "SET enable_seqscan = off";

    private static final int WRITERS = 8;
    private static final int READERS = 8;
    private static final int MAX_BATCH = 128;

    private PostgresStore() {}

    /**
     * Opens a database.
     *
     * @param url {@code jdbc:postgresql://host:port/database}, with the driver's parameters, without user and password
     * @param user who owns the tables
     * @param password the user's, in UTF-8; the caller keeps and destroys it
     * @throws ManagerException.StoreFailure where the server cannot be reached, does not admit the user, cannot be durable,
     *     or the database is not Lintel's or of a newer version
     * @throws IllegalArgumentException where the URL is not one of PostgreSQL, or holds a user or a password
     */
    public static ManagerStore open(String url, String user, SecretBytes password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the URL of a PostgreSQL database begins with jdbc:postgresql:");
        }
        if (CREDENTIALS.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "the URL of the PostgreSQL database holds a user or a password, which stand in logs and lists of"
                            + " processes; give them apart from it");
        }
        return open(
                PostgresConnections.to(url, user, password),
                PostgresConnections.patient(url, user, password),
                MAX_BATCH);
    }

    /**
     * Opens a database through connections of the caller's making; the store pools them.
     *
     * @param connections gives new connections in auto-commit mode, each with the same settings; the driver's
     *     {@code logServerErrorDetail} has to be off, else its errors quote values of rows, such as people's names
     * @throws ManagerException.StoreFailure as {@link #open(String, String, SecretBytes)}
     */
    public static ManagerStore open(DataSource connections) {
        Objects.requireNonNull(connections);
        return open(connections, connections, MAX_BATCH);
    }

    /** With at most so many works to a commit. */
    static ManagerStore open(DataSource connections, DataSource patient, int maxBatch) {
        PostgresFailures failures = new PostgresFailures();
        PostgresServerState.require(patient, failures);
        if (PostgresServerState.isEmpty(patient, failures)) {
            Schema.create(patient, Schema.POSTGRES);
        } else {
            Schema.upgrade(patient, Schema.POSTGRES, failures);
        }
        Pool writers = new Pool(new HikariDataSource(pool("lintel-writer", connections, WRITERS)), false);
        Pool readers = new Pool(new HikariDataSource(pool("lintel-reader", connections, READERS)), false);
        return new SqlStore(
                new PostgresLanes(writers, readers, maxBatch, failures),
                writers,
                readers,
                PostgresLanes.BEGIN_READING,
                failures);
    }

    private static HikariConfig pool(String name, DataSource connections, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(connections);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LOCK_TIMEOUT.multipliedBy(3).toMillis());
        config.setConnectionInitSql(INDEXES_FIRST + "; SET lock_timeout = " + LOCK_TIMEOUT.toMillis()
                + "; SET idle_in_transaction_session_timeout = " + IDLE_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
