package io.lintel.testing.postgres;

/**
 * Where a database of the test server is, and who may use it.
 *
 * @param url a JDBC URL without user and password
 * @param user owns the database
 * @param password the user's, for this test run only
 */
public record PostgresAddress(String url, String user, String password) {

    /** The same server, another database. */
    PostgresAddress database(String name) {
        int slash = url.lastIndexOf('/');
        return new PostgresAddress(url.substring(0, slash + 1) + name, user, password);
    }

    @Override
    public String toString() {
        return "PostgresAddress[" + url + ", " + user + "]";
    }
}
