package io.lintel.store.sql;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.KeyVault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Table {@code secret_key}. The file's permissions are all that protects it.
 *
 * <p>Works of one batch open the same keys again and again; so a key that was read is kept until the unit ends, and
 * overwritten then.
 */
final class SecretKeyTable implements KeyVault, AutoCloseable {

    private final Sql sql;
    private final Map<Name, SecretBytes> read = new HashMap<>();

    /** From then on nothing is kept: a work that changed keys may be undone. */
    private boolean hasChanged;

    SecretKeyTable(Sql sql) {
        this.sql = sql;
    }

    private record Name(CustomerId customer, KeyKind kind, int epoch) {}

    @Override
    public void put(CustomerId customer, KeyKind kind, int epoch, SecretBytes key) {
        beforeChange();
        byte[] octets = key.copy();
        try {
            sql.changeOne(
                    "INSERT INTO secret_key (customer_id, kind, epoch, octets) VALUES (?, ?, ?, ?)",
                    customer.value(),
                    kind,
                    epoch,
                    octets);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    @Override
    public Optional<SecretBytes> open(CustomerId customer, KeyKind kind, int epoch) {
        if (hasChanged) {
            return query(customer, kind, epoch);
        }
        Name name = new Name(customer, kind, epoch);
        if (!read.containsKey(name)) {
            query(customer, kind, epoch).ifPresent(found -> read.put(name, found));
        }
        return Optional.ofNullable(read.get(name)).map(SecretKeyTable::copyOf);
    }

    private Optional<SecretBytes> query(CustomerId customer, KeyKind kind, int epoch) {
        return sql.first(
                "SELECT octets FROM secret_key WHERE customer_id = ? AND kind = ? AND epoch = ?",
                row -> row.secret("octets"),
                customer.value(),
                kind,
                epoch);
    }

    private static SecretBytes copyOf(SecretBytes key) {
        return SecretBytes.takeOwnership(key.copy());
    }

    @Override
    public void remove(CustomerId customer, KeyKind kind, int epoch) {
        beforeChange();
        sql.change(
                "DELETE FROM secret_key WHERE customer_id = ? AND kind = ? AND epoch = ?",
                customer.value(),
                kind,
                epoch);
    }

    private void beforeChange() {
        hasChanged = true;
        close();
    }

    @Override
    public void close() {
        read.values().forEach(SecretBytes::destroy);
        read.clear();
    }
}
