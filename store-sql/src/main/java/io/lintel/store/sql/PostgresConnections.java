package io.lintel.store.sql;

import io.lintel.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections to one PostgreSQL database. */
final class PostgresConnections {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A server that says nothing for so long is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private PostgresConnections() {}

    /** Connections that fail where the server stays silent. */
    static DataSource to(String url, String user, SecretBytes password) {
        PGSimpleDataSource source = patient(url, user, password);
        source.setSocketTimeout(Math.toIntExact(SILENCE.toSeconds()));
        return source;
    }

    /** Connections for statements that may take their time, as a change of large tables does. */
    static PGSimpleDataSource patient(String url, String user, SecretBytes password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        byte[] octets = password.copy();
        source.setPassword(new String(octets, StandardCharsets.UTF_8));
        Arrays.fill(octets, (byte) 0);
        source.setApplicationName("lintel");
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        // Else an error quotes the values of the row that it is about: names, addresses, hashes.
        source.setLogServerErrorDetail(false);
        source.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
        return source;
    }
}
