package io.lintel.store.sql;

import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.store.OrganisationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables {@code distributor} and {@code customer_settings}, and the first rows of a customer. */
final class OrganisationTables implements OrganisationRecords {

    private final Sql sql;

    OrganisationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Distributor distributor) {
        sql.changeOne(
                "INSERT INTO distributor (distributor_id, name, code, code_key, created_at) VALUES (?, ?, ?, ?, ?)",
                distributor.id().value(),
                distributor.name(),
                distributor.code(),
                distributor.code().map(OrganisationTables::key),
                distributor.created());
    }

    @Override
    public boolean hasDistributor(DistributorId id) {
        return distributor(id).isPresent();
    }

    @Override
    public Optional<Distributor> distributor(DistributorId id) {
        return sql.first(
                "SELECT * FROM distributor WHERE distributor_id = ?", OrganisationTables::distributor, id.value());
    }

    @Override
    public boolean codeTaken(String code) {
        return sql.first("SELECT code FROM distributor WHERE code_key = ?", row -> row.text("code"), key(code))
                .isPresent();
    }

    @Override
    public List<Distributor> distributors(DistributorId after, int limit) {
        return sql.list(
                "SELECT * FROM distributor WHERE distributor_id > ? ORDER BY distributor_id LIMIT ?",
                OrganisationTables::distributor,
                after.value(),
                limit);
    }

    @Override
    public void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created) {
        sql.changeOne(
                "INSERT INTO customer (customer_id, distributor_id, name, created_at) VALUES (?, ?, ?, ?)",
                id.value(),
                distributor.value(),
                name,
                created);
        sql.changeOne(
                "INSERT INTO customer_contact (customer_id, address, zip, city, email, phone, web)"
                        + " VALUES (?, '', '', '', '', '', '')",
                id.value());
        sql.changeOne(
                "INSERT INTO customer_system (customer_id, system_type, key_epoch) VALUES (?, ?, 0)",
                id.value(),
                SystemType.FULL);
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

    /** In which equal codes and ids are equal texts. */
    static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    private static Distributor distributor(Row row) throws SQLException {
        return new Distributor(
                new DistributorId(row.text("distributor_id")),
                row.text("name"),
                row.optionalText("code"),
                row.instant("created_at"));
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
