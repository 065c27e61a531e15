package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.store.PersonRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tables {@code person} and {@code device}. */
final class PeopleTables implements PersonRecords {

    private final Sql sql;

    PeopleTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Person person) {
        sql.changeOne(
                "INSERT INTO person (customer_id, number, title, given_name, family_name, email, email_key, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                person.customer().value(),
                person.number(),
                person.title(),
                person.givenName(),
                person.familyName(),
                person.email(),
                key(person.email()),
                person.created());
    }

    @Override
    public void update(Person person) {
        sql.changeOne(
                "UPDATE person SET title = ?, given_name = ?, family_name = ?, email = ?, email_key = ?,"
                        + " removed_at = ?"
                        + " WHERE customer_id = ? AND number = ?",
                person.title(),
                person.givenName(),
                person.familyName(),
                person.email(),
                key(person.email()),
                person.removed(),
                person.customer().value(),
                person.number());
    }

    @Override
    public Optional<Person> find(CustomerId customer, long number) {
        return sql.recall(
                Fact.of(Person.class, "person", customer, number),
                () -> sql.first(
                        "SELECT * FROM person WHERE customer_id = ? AND number = ?",
                        PeopleTables::person,
                        customer.value(),
                        number));
    }

    @Override
    public List<Person> list(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM person WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                PeopleTables::person,
                customer.value(),
                after,
                limit);
    }

    @Override
    public void addDevice(Device device) {
        sql.changeOne(
                "INSERT INTO device (customer_id, number, person, name, status, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                device.customer().value(),
                device.number(),
                known(device.person()),
                device.name(),
                device.status(),
                device.created());
    }

    @Override
    public Optional<Device> findDevice(CustomerId customer, long number) {
        return sql.first(
                "SELECT * FROM device WHERE customer_id = ? AND number = ?",
                PeopleTables::device,
                customer.value(),
                number);
    }

    @Override
    public void setDeviceStatus(CustomerId customer, long number, Device.Status status) {
        sql.changeOne(
                "UPDATE device SET status = ? WHERE customer_id = ? AND number = ?", status, customer.value(), number);
    }

    /** A person's number as a column has it: nobody is nothing. */
    static Optional<Long> known(long person) {
        return Optional.of(person).filter(number -> number != IssuedCredential.NOBODY);
    }

    /** What equal addresses have in common. */
    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    static Person person(Row row) throws SQLException {
        return new Person(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                row.text("title"),
                row.text("given_name"),
                row.text("family_name"),
                row.text("email"),
                row.instant("created_at"),
                row.optionalInstant("removed_at"));
    }

    private static Device device(Row row) throws SQLException {
        return new Device(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                row.optionalNumber("person").orElse(IssuedCredential.NOBODY),
                row.text("name"),
                row.constant(Device.Status.class, "status"),
                row.instant("created_at"));
    }
}
