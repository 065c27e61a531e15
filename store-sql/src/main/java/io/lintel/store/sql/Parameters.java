package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts values into statements. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            bind(statement, index++, parameter);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            bind(statement, index, optional.orElse(null));
        } else if (value == null) {
            statement.setObject(index, null);
        } else if (value instanceof Bytes bytes) {
            statement.setBytes(index, bytes.toByteArray());
        } else if (value instanceof byte[] octets) {
            statement.setBytes(index, octets);
        } else if (value instanceof Instant instant) {
            statement.setLong(index, instant.getEpochSecond());
        } else if (value instanceof Number number) {
            statement.setLong(index, number.longValue());
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else {
            throw new IllegalArgumentException("no column takes a " + value.getClass());
        }
    }
}
