package io.lintel.store.sql;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.KeyVault;
import java.util.Arrays;
import java.util.Optional;

/** Table {@code secret_key}. The file's permissions are all that protects it. */
final class SecretKeyTable implements KeyVault {

    private final Sql sql;

    SecretKeyTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void put(CustomerId customer, KeyKind kind, int epoch, SecretBytes key) {
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
        return sql.first(
                "SELECT octets FROM secret_key WHERE customer_id = ? AND kind = ? AND epoch = ?",
                row -> row.secret("octets"),
                customer.value(),
                kind,
                epoch);
    }

    @Override
    public void remove(CustomerId customer, KeyKind kind, int epoch) {
        sql.change(
                "DELETE FROM secret_key WHERE customer_id = ? AND kind = ? AND epoch = ?",
                customer.value(),
                kind,
                epoch);
    }
}
