package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server knows of a new site's tables is how small they were. Plans made for that have to do for what they become. */
@Tag("long")
class PostgresGrowthTest {

    private static final int FIRST = 20;
    private static final int MORE = 300;
    private static final int CALLERS = 8;

    /** An issue reads a few dozen rows, and does so however many there are. */
    private static final long ROWS_PER_ISSUE = 100;

    private TestBench bench;
    private CustomerId customer;
    private long person;

    @BeforeEach
    void create(@TempDir Path directory) throws SQLException {
        bench = new TestBench(Database.POSTGRES, directory);
        customer = bench.site().site().customer();
        person = bench.person(customer);
        bench.manager.credits().add(TestBench.id(), new AddCredit(customer, FIRST + MORE));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void issueReadsNoMoreRowsThoughStatisticsAreOfTheFirstDay() throws Exception {
        try (Connection connection = bench.database.connect();
                Statement statement = connection.createStatement()) {
            issue(FIRST);
            statement.execute("VACUUM ANALYZE");
            long before = read(statement, FIRST);

            issue(MORE);
            long perIssue = (read(statement, FIRST + MORE) - before) / MORE;

            assertTrue(perIssue < ROWS_PER_ISSUE, "each issue read " + perIssue + " rows");
        }
    }

    /** Many at a time, so that they share look-ups as they share commits. */
    private void issue(int count) throws InterruptedException {
        try (ManagerStore store = bench.database.open()) {
            Manager manager = Manager.on(store, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            List<Callable<Object>> issues = Collections.nCopies(
                    count,
                    () -> manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone")));
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            try {
                for (Future<Object> issued : callers.invokeAll(issues)) {
                    issued.get();
                }
            } catch (ExecutionException e) {
                throw new AssertionError("an issue failed", e);
            } finally {
                callers.shutdown();
            }
        }
    }

    /** How many rows all statements read, as soon as the server has counted those that issued so many. */
    private static long read(Statement statement, int issued) throws SQLException {
        while (count(statement, "SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'credential'") < issued) {
            statement.execute("SELECT pg_sleep(0.02)");
        }
        return count(statement, "SELECT SUM(seq_tup_read + COALESCE(idx_tup_fetch, 0)) FROM pg_stat_user_tables");
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
