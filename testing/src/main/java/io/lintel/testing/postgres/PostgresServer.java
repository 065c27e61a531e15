package io.lintel.testing.postgres;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server that a test run uses: one per JVM, with databases made on demand.
 *
 * <p>It is unpacked from the binaries on the class path, started with every durability setting on, and stopped when the
 * JVM ends. Where the environment variable {@value #URL_VARIABLE} names a server ({@code
 * jdbc:postgresql://host:port/database?user=name&password=word}, a user that may create databases), that one is used
 * instead. A machine that can have neither fails its tests; it does not skip them. Thread-safe.
 */
public final class PostgresServer {

    /** Names a server that is already there. */
    public static final String URL_VARIABLE = "LINTEL_POSTGRES_URL";

    private static @Nullable PostgresServer shared;

    private final PostgresAddress maintenance;
    private final String prefix = "lintel_" + ProcessHandle.current().pid() + "_" + System.nanoTime() + "_";
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(PostgresAddress maintenance) {
        this.maintenance = maintenance;
    }

    /** The JVM's server, started at the first call. */
    public static synchronized PostgresServer shared() {
        PostgresServer server = shared;
        if (server == null) {
            server = new PostgresServer(find());
            shared = server;
        }
        return server;
    }

    /** A new, empty database. */
    public PostgresAddress createDatabase() {
        return create("TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
    }

    /** A new database with everything that another one holds, to which nobody may be connected. */
    public PostgresAddress copyOf(PostgresAddress template) {
        return create("TEMPLATE " + name(template));
    }

    /** Drops a database, whoever is connected to it. */
    public void drop(PostgresAddress database) {
        execute("DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)");
    }

    /** Runs a statement on the server as its owner, outside of the databases made here. */
    public void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(maintenance.url(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test server refused: " + sql, e);
        }
    }

    private PostgresAddress create(String options) {
        String name = prefix + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + options);
        return maintenance.database(name);
    }

    private static String name(PostgresAddress address) {
        return address.url().substring(address.url().lastIndexOf('/') + 1);
    }

    private static PostgresAddress find() {
        String url = System.getenv(URL_VARIABLE);
        if (url != null && !url.isBlank()) {
            return parse(url);
        }
        try {
            return LocalPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "no PostgreSQL could be started for the tests; name a server in " + URL_VARIABLE, e);
        }
    }

    private static PostgresAddress parse(String url) {
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String user = "postgres";
        String password = "";
        for (String parameter : (question < 0 ? "" : url.substring(question + 1)).split("&", -1)) {
            String value = parameter.substring(parameter.indexOf('=') + 1);
            if (parameter.startsWith("user=")) {
                user = URLDecoder.decode(value, StandardCharsets.UTF_8);
            } else if (parameter.startsWith("password=")) {
                password = URLDecoder.decode(value, StandardCharsets.UTF_8);
            }
        }
        return new PostgresAddress(base, user, password);
    }
}
