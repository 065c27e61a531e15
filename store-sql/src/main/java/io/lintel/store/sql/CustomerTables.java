package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.SystemSettings;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.store.CustomerRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code customer}, {@code customer_contact} and {@code customer_system}. */
final class CustomerTables implements CustomerRecords {

    private static final String SELECT =
            "SELECT c.customer_id, c.distributor_id, c.name, c.created_at, c.deleted_at, t.address, t.zip, t.city,"
                    + " t.email, t.phone, t.web, s.system_type, s.system_id, s.key_fingerprint, s.android_app, s.ios_app"
                    + " FROM customer c JOIN customer_contact t ON t.customer_id = c.customer_id"
                    + " JOIN customer_system s ON s.customer_id = c.customer_id";

    private final Sql sql;

    CustomerTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Customer> find(CustomerId customer) {
        return sql.recall(
                new Fact<>(
                        Customer.class, List.of("customer", "customer_contact", "customer_system"), List.of(customer)),
                () -> sql.first(SELECT + " WHERE c.customer_id = ?", CustomerTables::customer, customer.value()));
    }

    @Override
    public List<Customer> list(DistributorId distributor, Which which, CustomerId after, int limit) {
        return sql.list(
                SELECT + " WHERE c.distributor_id = ? AND c.customer_id > ?"
                        + (which == Which.ACTIVE ? " AND c.deleted_at IS NULL" : "")
                        + " ORDER BY c.customer_id LIMIT ?",
                CustomerTables::customer,
                distributor.value(),
                after.value(),
                limit);
    }

    @Override
    public long countActive(DistributorId distributor) {
        return sql.first(
                        "SELECT COUNT(*) AS customers FROM site s JOIN customer c ON c.customer_id = s.customer_id"
                                + " WHERE c.distributor_id = ? AND c.deleted_at IS NULL",
                        row -> row.number("customers"),
                        distributor.value())
                .orElseThrow();
    }

    @Override
    public boolean isDeleted(CustomerId customer) {
        return sql.recall(
                        Fact.of(String.class, "customer", customer),
                        () -> sql.first(
                                "SELECT customer_id FROM customer WHERE customer_id = ? AND deleted_at IS NOT NULL",
                                row -> row.text("customer_id"),
                                customer.value()))
                .isPresent();
    }

    @Override
    public void setDeleted(CustomerId customer, Optional<Instant> at) {
        sql.changeOne("UPDATE customer SET deleted_at = ? WHERE customer_id = ?", at, customer.value());
    }

    @Override
    public void rename(CustomerId customer, String name) {
        sql.changeOne("UPDATE customer SET name = ? WHERE customer_id = ?", name, customer.value());
    }

    @Override
    public void update(CustomerId customer, Contact contact) {
        sql.changeOne(
                "UPDATE customer_contact SET address = ?, zip = ?, city = ?, email = ?, phone = ?, web = ?"
                        + " WHERE customer_id = ?",
                contact.address(),
                contact.zip(),
                contact.city(),
                contact.email(),
                contact.phone(),
                contact.web(),
                customer.value());
    }

    @Override
    public void update(CustomerId customer, SystemSettings system, int keyEpoch) {
        sql.changeOne(
                "UPDATE customer_system SET system_type = ?, system_id = ?, unique_id = ?, key_fingerprint = ?,"
                        + " key_epoch = ?, android_app = ?, ios_app = ? WHERE customer_id = ?",
                system.type(),
                system.id(),
                system.id().filter(id -> system.type() == SystemType.FULL).map(OrganisationTables::key),
                system.keyFingerprint(),
                keyEpoch,
                system.androidApp(),
                system.iosApp(),
                customer.value());
    }

    @Override
    public int systemKeyEpoch(CustomerId customer) {
        return sql.first(
                        "SELECT key_epoch FROM customer_system WHERE customer_id = ?",
                        row -> row.integer("key_epoch"),
                        customer.value())
                .orElseThrow(() -> new IllegalStateException("there is no customer " + customer));
    }

    @Override
    public Optional<CustomerId> holderOfSystemId(String systemId) {
        return sql.first(
                "SELECT customer_id FROM customer_system WHERE unique_id = ?",
                row -> new CustomerId(row.text("customer_id")),
                OrganisationTables.key(systemId));
    }

    private static Customer customer(Row row) throws SQLException {
        return new Customer(
                new CustomerId(row.text("customer_id")),
                new DistributorId(row.text("distributor_id")),
                row.text("name"),
                new Contact(
                        row.text("address"),
                        row.text("zip"),
                        row.text("city"),
                        row.text("email"),
                        row.text("phone"),
                        row.text("web")),
                new SystemSettings(
                        row.constant(SystemType.class, "system_type"),
                        row.optionalText("system_id"),
                        row.optionalText("key_fingerprint"),
                        row.optionalInteger("android_app"),
                        row.optionalInteger("ios_app")),
                row.instant("created_at"),
                row.optionalInstant("deleted_at"));
    }
}
