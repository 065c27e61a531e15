package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.KeyEpochRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables {@code key_epochs}, {@code configured_keys} and {@code phone_keys}. */
final class KeyEpochTables implements KeyEpochRecords {

    private static final int FIRST_ISSUING_EPOCH = 1;

    private static final String PHONE = "SELECT c.serial, COALESCE(p.key_epoch, 0) AS key_epoch,"
            + " COALESCE(p.issuing_keys, 0) AS issuing_keys, COALESCE(p.credential, 0) AS credential,"
            + " COALESCE(p.list_epoch, 0) AS list_epoch, COALESCE(p.said_at, c.issued_at) AS said_at"
            + " FROM credential c LEFT JOIN phone_keys p ON p.customer_id = c.customer_id AND p.serial = c.serial";

    private final Sql sql;

    KeyEpochTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public KeyEpochs of(CustomerId customer, KeySet keys) {
        return sql.recall(
                        new Fact<>(KeyEpochs.class, List.of("key_epochs", "site"), List.of(customer, keys)),
                        () -> Optional.of(find(customer, keys)))
                .orElseThrow();
    }

    private KeyEpochs find(CustomerId customer, KeySet keys) {
        return sql.first(
                        "SELECT * FROM key_epochs WHERE customer_id = ? AND key_set = ?",
                        row -> new KeyEpochs(
                                row.integer("newest"),
                                row.integer("readers"),
                                row.integer("signing"),
                                row.integer("minimum")),
                        customer.value(),
                        keys)
                .orElseGet(() -> KeyEpochs.settled(keys == KeySet.PROJECT ? keyEpoch(customer) : FIRST_ISSUING_EPOCH));
    }

    private int keyEpoch(CustomerId customer) {
        return sql.first(
                        "SELECT key_epoch FROM site WHERE customer_id = ?",
                        row -> row.integer("key_epoch"),
                        customer.value())
                .orElseThrow(() -> new IllegalStateException("there is no site " + customer));
    }

    @Override
    public void set(CustomerId customer, KeySet keys, KeyEpochs epochs) {
        sql.change("DELETE FROM key_epochs WHERE customer_id = ? AND key_set = ?", customer.value(), keys);
        sql.changeOne(
                "INSERT INTO key_epochs (customer_id, key_set, newest, readers, signing, minimum)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                customer.value(),
                keys,
                epochs.newest(),
                epochs.readers(),
                epochs.signing(),
                epochs.minimum());
        if (keys == KeySet.PROJECT) {
            sql.changeOne("UPDATE site SET key_epoch = ? WHERE customer_id = ?", epochs.newest(), customer.value());
        }
    }

    @Override
    public void replaceIssuingKeys(CustomerId customer, List<Bytes> statements) {
        sql.change("DELETE FROM issuing_key WHERE customer_id = ?", customer.value());
        int position = 0;
        for (Bytes statement : statements) {
            sql.changeOne(
                    "INSERT INTO issuing_key (customer_id, position, statement) VALUES (?, ?, ?)",
                    customer.value(),
                    position++,
                    statement);
        }
    }

    @Override
    public void addConfigured(CustomerId customer, Configured configured) {
        boolean known = newestConfigured(customer, configured.reader())
                .filter(told -> told.keyEpoch() == configured.keyEpoch()
                        && told.issuingKeys() == configured.issuingKeys()
                        && told.certificate() == configured.certificate())
                .isPresent();
        if (!known) {
            sql.changeOne(
                    "INSERT INTO configured_keys (customer_id, reader, revision, key_epoch, issuing_keys, certificate)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    customer.value(),
                    configured.reader(),
                    configured.revision(),
                    configured.keyEpoch(),
                    configured.issuingKeys(),
                    configured.certificate());
        }
    }

    @Override
    public Optional<Configured> configured(CustomerId customer, int reader, long revision) {
        return sql.first(
                "SELECT * FROM configured_keys WHERE customer_id = ? AND reader = ? AND revision <= ?"
                        + " ORDER BY revision DESC LIMIT 1",
                KeyEpochTables::configured,
                customer.value(),
                reader,
                revision);
    }

    @Override
    public Optional<Configured> newestConfigured(CustomerId customer, int reader) {
        return configured(customer, reader, Long.MAX_VALUE);
    }

    @Override
    public OptionalInt oldestConfirmed(CustomerId customer) {
        return sql
                .first(
                        "SELECT COALESCE((SELECT k.key_epoch FROM configured_keys k"
                                + " WHERE k.customer_id = r.customer_id AND k.reader = r.number AND k.revision <="
                                + " (SELECT t.revision FROM receipt t WHERE t.customer_id = r.customer_id"
                                + " AND t.reader = r.number ORDER BY t.number DESC LIMIT 1)"
                                + " ORDER BY k.revision DESC LIMIT 1), 0) AS confirmed"
                                + " FROM reader r LEFT JOIN compromised_reader c"
                                + " ON c.customer_id = r.customer_id AND c.number = r.number"
                                + " WHERE r.customer_id = ? AND r.removed_at IS NULL AND c.number IS NULL"
                                + " ORDER BY confirmed LIMIT 1",
                        row -> row.integer("confirmed"),
                        customer.value())
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static Configured configured(Row row) throws SQLException {
        return new Configured(
                row.integer("reader"),
                row.number("revision"),
                row.integer("key_epoch"),
                row.integer("issuing_keys"),
                row.integer("certificate"));
    }

    @Override
    public void put(CustomerId customer, PhoneKeys phone) {
        sql.changeOne(
                "INSERT INTO phone_keys (customer_id, serial, key_epoch, issuing_keys, credential, list_epoch, said_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (customer_id, serial) DO UPDATE SET"
                        + " key_epoch = excluded.key_epoch, issuing_keys = excluded.issuing_keys,"
                        + " credential = excluded.credential, list_epoch = excluded.list_epoch,"
                        + " said_at = excluded.said_at",
                customer.value(),
                phone.serial(),
                phone.keyEpoch(),
                phone.issuingKeys(),
                phone.credential(),
                phone.listEpoch(),
                phone.said());
    }

    @Override
    public Optional<PhoneKeys> phone(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM phone_keys WHERE customer_id = ? AND serial = ?",
                KeyEpochTables::phone,
                customer.value(),
                serial);
    }

    @Override
    public List<PhoneKeys> phones(CustomerId customer, Instant now, long after, int limit) {
        return sql.list(
                PHONE
                        + " WHERE c.customer_id = ? AND c.state IN (?, ?) AND (c.valid_until IS NULL OR c.valid_until > ?)"
                        + " AND c.serial > ? ORDER BY c.serial LIMIT ?",
                KeyEpochTables::phone,
                customer.value(),
                CredentialState.REDEEMED,
                CredentialState.ACTIVE,
                now,
                after,
                limit);
    }

    private static PhoneKeys phone(Row row) throws SQLException {
        return new PhoneKeys(
                row.number("serial"),
                row.integer("key_epoch"),
                row.integer("issuing_keys"),
                row.integer("credential"),
                row.number("list_epoch"),
                row.instant("said_at"));
    }
}
