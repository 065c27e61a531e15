package io.lintel.store.sql;

import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.store.OrganisationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables {@code distributor}, {@code customer} and {@code customer_settings}. */
final class OrganisationTables implements OrganisationRecords {

    private final Sql sql;

    OrganisationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void addDistributor(DistributorId id, String name, Instant created) {
        sql.changeOne(
                "INSERT INTO distributor (distributor_id, name, created_at) VALUES (?, ?, ?)",
                id.value(),
                name,
                created);
    }

    @Override
    public boolean hasDistributor(DistributorId id) {
        return sql.first(
                        "SELECT distributor_id FROM distributor WHERE distributor_id = ?",
                        row -> row.text("distributor_id"),
                        id.value())
                .isPresent();
    }

    @Override
    public void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created) {
        sql.changeOne(
                "INSERT INTO customer (customer_id, distributor_id, name, created_at) VALUES (?, ?, ?, ?)",
                id.value(),
                distributor.value(),
                name,
                created);
        CustomerSettings initial = CustomerSettings.initial(name);
        sql.changeOne(
                "INSERT INTO customer_settings (customer_id, key_name, prefix, default_valid_until, duplicates,"
                        + " identification) VALUES (?, ?, ?, ?, ?, ?)",
                id.value(),
                initial.keyName(),
                initial.prefix(),
                initial.defaultValidUntil(),
                initial.duplicates(),
                join(initial.identification()));
    }

    @Override
    public boolean isDeleted(CustomerId customer) {
        return sql.first(
                        "SELECT deleted_at FROM customer WHERE customer_id = ?",
                        row -> row.optionalInstant("deleted_at"),
                        customer.value())
                .flatMap(deleted -> deleted)
                .isPresent();
    }

    @Override
    public CustomerSettings settings(CustomerId customer) {
        return sql.first(
                        "SELECT * FROM customer_settings WHERE customer_id = ?",
                        OrganisationTables::settings,
                        customer.value())
                .orElseThrow(() -> new IllegalStateException("there is no customer " + customer));
    }

    @Override
    public void update(CustomerId customer, CustomerSettings settings) {
        sql.changeOne(
                "UPDATE customer_settings SET key_name = ?, prefix = ?, default_valid_until = ?, duplicates = ?,"
                        + " identification = ? WHERE customer_id = ?",
                settings.keyName(),
                settings.prefix(),
                settings.defaultValidUntil(),
                settings.duplicates(),
                join(settings.identification()),
                customer.value());
    }

    private static CustomerSettings settings(Row row) throws SQLException {
        Set<Trigger> modes = Stream.of(row.text("identification").split(","))
                .map(Trigger::valueOf)
                .collect(Collectors.toSet());
        return new CustomerSettings(
                row.text("key_name"),
                row.optionalText("prefix"),
                row.optionalInstant("default_valid_until"),
                row.constant(DuplicateNumbers.class, "duplicates"),
                modes);
    }

    private static String join(Set<Trigger> modes) {
        return modes.stream().map(Trigger::name).collect(Collectors.joining(","));
    }
}
