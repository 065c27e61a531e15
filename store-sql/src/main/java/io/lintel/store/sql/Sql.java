package io.lintel.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements of one transaction. What goes wrong is an {@link SqlFailure}.
 *
 * <p>The transaction may serve several works, one after another, each of which can be undone alone. Rows that are added wait
 * until something could see them ({@link PendingInserts}); so most works that are undone have not reached the database.
 */
final class Sql {

    /** Reads the columns of one row, by name. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    private final Connection connection;
    private final Statements statements;
    private final Mode mode;
    private final PendingInserts pending = new PendingInserts();
    private final Memory memory = new Memory();

    /** How many of the pending rows belong to earlier works. */
    private int earlier;

    private boolean hasSavepoint;
    private boolean hasWritten;
    private boolean isAbandoned;
    private @Nullable SQLException broken;

    private enum Mode {
        READING,
        ONE_WORK,
        SEVERAL_WORKS
    }

    private Sql(Connection connection, Statements statements, Mode mode) {
        this.connection = connection;
        this.statements = statements;
        this.mode = mode;
    }

    /** A transaction that changes nothing. */
    static Sql reading(Connection connection, Statements statements) {
        return new Sql(connection, statements, Mode.READING);
    }

    /** A transaction of one work or, shared, of several. */
    static Sql writing(Connection connection, Statements statements, boolean isShared) {
        return new Sql(connection, statements, isShared ? Mode.SEVERAL_WORKS : Mode.ONE_WORK);
    }

    /** Runs a statement without parameters, past everything else here. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a change and returns how many rows it touched. */
    int change(String sql, Object... parameters) {
        beforeChange(sql);
        return run(sql, PreparedStatement::executeUpdate, parameters);
    }

    /** Runs a change that must touch exactly one row. */
    void changeOne(String sql, Object... parameters) {
        if (Words.of(sql).insertsInto().isPresent()) {
            add(sql, parameters);
            return;
        }
        int rows = change(sql, parameters);
        if (rows != 1) {
            throw new IllegalStateException("a change of one row touched " + rows);
        }
    }

    /** Adds rows, at the latest before a statement that could see them. */
    void add(String sql, Object... parameters) {
        String table = Words.of(sql).insertsInto().orElseThrow();
        memory.added(table);
        if (!mayWait(parameters)) {
            beforeChange(sql);
            run(sql, PreparedStatement::executeUpdate, parameters);
            return;
        }
        pending.add(sql, table, Arrays.asList(parameters));
        if (pending.isFull()) {
            flush();
        }
    }

    /** Bare octets are secrets, which their owner overwrites as soon as they are sent. */
    private boolean mayWait(Object... parameters) {
        return mode != Mode.READING && Stream.of(parameters).noneMatch(byte[].class::isInstance);
    }

    <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        Words words = Words.of(sql);
        if (!words.isQuery()) {
            beforeChange(sql);
        } else if (pending.mayBeSeenBy(words.all()) || memory.mayBeSeenBy(words.all())) {
            flush();
        }
        return ask(sql, reader, parameters);
    }

    /** Rows that were sent. Only for what is known, by {@link #set} or {@link #made}, as long as it was not sent. */
    <T> List<T> listSent(String sql, RowReader<T> reader, Object... parameters) {
        return ask(sql, reader, parameters);
    }

    private <T> List<T> ask(String sql, RowReader<T> reader, Object... parameters) {
        return run(
                sql,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        List<T> values = new ArrayList<>();
                        Row row = new Row(rows);
                        while (rows.next()) {
                            values.add(reader.read(row));
                        }
                        return values;
                    }
                },
                parameters);
    }

    <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** What is known, or what the query says, which is known from then on. */
    <T> Optional<T> recall(Fact<T> fact, Supplier<Optional<T>> query) {
        if (!memory.knows(fact)) {
            memory.learn(fact, query.get());
        }
        return memory.get(fact);
    }

    /**
     * What is known, or what a query for one row says of rows that were sent. Only for tables whose every row is told to
     * {@link #made} when it is added, or to {@link #set}.
     */
    <T> Optional<T> find(Fact<T> fact, String sql, RowReader<T> reader, Object... parameters) {
        if (!memory.knows(fact)) {
            memory.found(fact, ask(sql, reader, parameters).stream().findFirst());
        }
        return memory.get(fact);
    }

    /** From now on it is known that there is no such row, under the conditions of {@link #find}. */
    void missing(Fact<?> fact) {
        memory.found(fact, Optional.empty());
    }

    /** Whether it is known that there is something, or nothing. */
    boolean knows(Fact<?> fact) {
        return memory.knows(fact);
    }

    /** What is known without asking. */
    <T> Optional<T> known(Fact<T> fact) {
        return memory.get(fact);
    }

    /** From now on this is known, because it was added. */
    <T> void made(Fact<T> fact, T value) {
        memory.made(fact, value);
    }

    /** Sets a row, whatever it was before, with the last of the values that are set before something could see it. */
    <T> void set(Fact<T> fact, T value, String sql, Object... parameters) {
        memory.toWrite(fact, value, sql, Arrays.asList(parameters));
        if (mode == Mode.READING) {
            flush();
        }
    }

    /** The works before this one stay, whatever becomes of it. */
    void beginWork() {
        releaseSavepoint();
        earlier = pending.size();
        memory.beginWork();
    }

    /** Undoes what was done since {@link #beginWork}. */
    void undoWork() {
        pending.truncate(Math.min(earlier, pending.size()));
        memory.undoWork(hasSavepoint);
        if (hasSavepoint) {
            control("ROLLBACK TO SAVEPOINT work");
            broken = null;
            releaseSavepoint();
        } else if (mode == Mode.ONE_WORK) {
            isAbandoned = true;
        }
        requireIntact();
    }

    /** A database may refuse everything after a failure, or go on; works must not build on that. */
    void requireIntact() {
        SQLException first = broken;
        if (first != null && !isAbandoned) {
            throw new SqlFailure(first);
        }
    }

    /** Sends what the last work left. */
    void finish() {
        releaseSavepoint();
        sendAll();
    }

    /** Sends everything that waits, before a statement that could see it. */
    private void flush() {
        if (mode == Mode.SEVERAL_WORKS && !hasSavepoint) {
            sendEarlier();
            control("SAVEPOINT work");
            hasSavepoint = true;
        }
        sendAll();
    }

    private void beforeChange(String sql) {
        flush();
        memory.changed(Words.of(sql).all());
        hasWritten = true;
    }

    /** Whether there is anything to commit. */
    boolean hasWritten() {
        return !isAbandoned && (hasWritten || pending.size() > 0 || memory.isUnwritten());
    }

    private void sendEarlier() {
        guard(() -> {
            pending.send(statements, earlier);
            memory.sendEarlier(statements);
            return earlier;
        });
        earlier = 0;
    }

    private void sendAll() {
        hasWritten = hasWritten();
        guard(() -> {
            pending.send(statements, pending.size());
            memory.send(statements);
            return pending;
        });
        earlier = 0;
    }

    private void releaseSavepoint() {
        if (hasSavepoint) {
            control("RELEASE SAVEPOINT work");
            hasSavepoint = false;
        }
    }

    private void control(String sql) {
        guard(() -> {
            execute(connection, sql);
            return sql;
        });
    }

    private <T> T run(String sql, Statements.Use<T> execution, Object... parameters) {
        return guard(() -> statements.use(sql, statement -> {
            Parameters.bind(statement, Arrays.asList(parameters));
            return execution.with(statement);
        }));
    }

    private interface Call<T> {
        T call() throws SQLException;
    }

    private <T> T guard(Call<T> call) {
        try {
            return call.call();
        } catch (SQLException e) {
            broken = e;
            throw new SqlFailure(e);
        }
    }
}
