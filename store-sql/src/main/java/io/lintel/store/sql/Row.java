package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The current row of a result, column by column. */
final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    String text(String column) throws SQLException {
        return rows.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    int integer(String column) throws SQLException {
        return Math.toIntExact(rows.getLong(column));
    }

    Optional<Integer> optionalInteger(String column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Math.toIntExact(number));
    }

    Bytes octets(String column) throws SQLException {
        return Bytes.copyOf(rows.getBytes(column));
    }

    SecretBytes secret(String column) throws SQLException {
        return SecretBytes.takeOwnership(rows.getBytes(column));
    }

    Instant instant(String column) throws SQLException {
        return Instant.ofEpochSecond(rows.getLong(column));
    }

    Optional<Instant> optionalInstant(String column) throws SQLException {
        long seconds = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    Optional<Long> optionalNumber(String column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    Optional<Bytes> optionalOctets(String column) throws SQLException {
        byte[] octets = rows.getBytes(column);
        return octets == null ? Optional.empty() : Optional.of(Bytes.copyOf(octets));
    }

    <E extends Enum<E>> Optional<E> optionalConstant(Class<E> type, String column) throws SQLException {
        String name = rows.getString(column);
        return name == null ? Optional.empty() : Optional.of(Enum.valueOf(type, name));
    }

    <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, rows.getString(column));
    }

    /** Numbers as {@link #join} writes them. */
    Set<Integer> numbers(String column) throws SQLException {
        return Stream.of(rows.getString(column).split(","))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String join(Set<Integer> numbers) {
        return numbers.stream().sorted().map(Object::toString).collect(Collectors.joining(","));
    }
}
