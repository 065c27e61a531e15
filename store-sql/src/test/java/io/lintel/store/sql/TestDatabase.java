package io.lintel.store.sql;

import io.lintel.sdk.store.ManagerStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One database of one test. */
interface TestDatabase {

    /** One more store on it, as another manager would open it. */
    ManagerStore open();

    /** A connection past the store. */
    Connection connect() throws SQLException;

    /** All octets that it holds, one character each, to search in. No store may be open. */
    String octets() throws IOException, SQLException;

    /** What another process has to know to open it. */
    String[] arguments();

    /** A copy of its state, as a backup that was put back. No store may be open. */
    TestDatabase copy();

    /** Removes what the test's directory does not take with it. */
    void drop();

    static TestDatabase sqlite(Path file) {
        return new TestDatabase() {
            @Override
            public ManagerStore open() {
                return SqliteStore.openOrCreate(file);
            }

            @Override
            public Connection connect() throws SQLException {
                return DriverManager.getConnection("jdbc:sqlite:" + file);
            }

            @Override
            public String octets() throws IOException {
                return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            }

            @Override
            public String[] arguments() {
                return new String[] {file.toString()};
            }

            @Override
            public TestDatabase copy() {
                Path copy = file.resolveSibling(file.getFileName() + ".copy");
                SqliteBackup.copy(file, copy);
                return sqlite(copy);
            }

            @Override
            public void drop() {}
        };
    }
}
