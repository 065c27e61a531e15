package io.lintel.store.sql;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderSet;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.RegisteredReader.Publication;
import io.lintel.sdk.reader.ColouredGroups;
import io.lintel.sdk.store.RegistrationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code registered_reader}, {@code published_reader} and {@code reader_publication}. */
final class RegistrationTables implements RegistrationRecords {

    private static final String DETAILS =
            "name, reader_id, mac, reader_groups, technology, from_app, one_tap," + " signal_percent, one_tap_percent";

    /** Published readers that are registered no longer. */
    private static final String AND_REMOVED = " AND NOT EXISTS (SELECT 1 FROM registered_reader r"
            + " WHERE r.customer_id = published_reader.customer_id AND r.number = published_reader.number)";

    private final Sql sql;

    RegistrationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(RegisteredReader reader) {
        ReaderDetails details = reader.details();
        sql.changeOne(
                "INSERT INTO registered_reader (customer_id, number, " + DETAILS
                        + ", publication, revision, changed_at)" + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reader.customer().value(),
                reader.number(),
                details.name(),
                details.readerId(),
                details.mac().map(MacAddress::text),
                Row.join(details.groups()),
                details.technology(),
                details.identificationFromApp(),
                details.oneTap(),
                details.signalPercent(),
                details.oneTapPercent(),
                reader.publication(),
                reader.revision(),
                reader.changed());
    }

    @Override
    public void update(RegisteredReader reader) {
        ReaderDetails details = reader.details();
        sql.changeOne(
                "UPDATE registered_reader SET name = ?, reader_id = ?, mac = ?, reader_groups = ?, technology = ?,"
                        + " from_app = ?, one_tap = ?, signal_percent = ?, one_tap_percent = ?, publication = ?,"
                        + " changed_at = ? WHERE customer_id = ? AND number = ?",
                details.name(),
                details.readerId(),
                details.mac().map(MacAddress::text),
                Row.join(details.groups()),
                details.technology(),
                details.identificationFromApp(),
                details.oneTap(),
                details.signalPercent(),
                details.oneTapPercent(),
                reader.publication(),
                reader.changed(),
                reader.customer().value(),
                reader.number());
    }

    @Override
    public void remove(CustomerId customer, int number) {
        sql.changeOne("DELETE FROM registered_reader WHERE customer_id = ? AND number = ?", customer.value(), number);
    }

    @Override
    public Optional<RegisteredReader> find(CustomerId customer, int number) {
        return sql.first(
                "SELECT * FROM registered_reader WHERE customer_id = ? AND number = ?",
                RegistrationTables::registered,
                customer.value(),
                number);
    }

    @Override
    public Optional<RegisteredReader> findByReaderId(CustomerId customer, String readerId) {
        return sql.first(
                "SELECT * FROM registered_reader WHERE customer_id = ? AND reader_id = ?",
                RegistrationTables::registered,
                customer.value(),
                readerId);
    }

    @Override
    public Optional<RegisteredReader> findByMac(CustomerId customer, MacAddress mac) {
        return sql.first(
                "SELECT * FROM registered_reader WHERE customer_id = ? AND mac = ?",
                RegistrationTables::registered,
                customer.value(),
                mac.text());
    }

    @Override
    public List<RegisteredReader> list(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM registered_reader WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                RegistrationTables::registered,
                customer.value(),
                after,
                limit);
    }

    /** Asked at every issue, so it is remembered for the issues that share a transaction. */
    private record Colours(List<ColouredGroups> all) {}

    @Override
    public List<ColouredGroups> colours(CustomerId customer) {
        return sql.recall(
                        Fact.of(Colours.class, "registered_reader", customer),
                        () -> Optional.of(new Colours(sql.list(
                                "SELECT technology, reader_groups, count(*) AS n FROM registered_reader"
                                        + " WHERE customer_id = ? GROUP BY technology, reader_groups"
                                        + " ORDER BY technology, reader_groups",
                                RegistrationTables::coloured,
                                customer.value()))))
                .orElseThrow()
                .all();
    }

    @Override
    public List<RegisteredReader> pending(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM registered_reader WHERE customer_id = ? AND publication = ? AND number > ?"
                        + " ORDER BY number LIMIT ?",
                RegistrationTables::registered,
                customer.value(),
                Publication.PENDING,
                after,
                limit);
    }

    @Override
    public ReaderSet state(CustomerId customer) {
        long pending = count(
                        "SELECT count(*) AS n FROM registered_reader WHERE customer_id = ? AND publication = 'PENDING'",
                        customer)
                + count("SELECT count(*) AS n FROM published_reader WHERE customer_id = ?" + AND_REMOVED, customer)
                + ReaderProjectTable.pending(sql, customer);
        ReaderSet unpublished = new ReaderSet(customer, 0, Optional.empty(), Math.toIntExact(pending));
        return sql.first(
                        "SELECT * FROM reader_publication WHERE customer_id = ? ORDER BY revision DESC LIMIT 1",
                        row -> new ReaderSet(
                                customer,
                                row.number("revision"),
                                Optional.of(row.instant("published_at")),
                                unpublished.pending()),
                        customer.value())
                .orElse(unpublished);
    }

    @Override
    public void recount(CustomerId customer, long revision) {
        sql.change(
                "INSERT INTO reader_publication (customer_id, revision, published_at)"
                        + " SELECT customer_id, CAST(? AS BIGINT), MAX(published_at) FROM reader_publication"
                        + " WHERE customer_id = ? GROUP BY customer_id",
                revision,
                customer.value());
    }

    @Override
    public void publish(CustomerId customer, long revision, Instant at) {
        sql.changeOne(
                "INSERT INTO reader_publication (customer_id, revision, published_at) VALUES (?, ?, ?)",
                customer.value(),
                revision,
                at);
        ReaderProjectTable.publish(sql, customer);
        sql.change("DELETE FROM published_reader WHERE customer_id = ?" + AND_REMOVED, customer.value());
        sql.change(
                "DELETE FROM published_reader WHERE customer_id = ? AND number IN"
                        + " (SELECT number FROM registered_reader WHERE customer_id = ? AND publication = 'PENDING')",
                customer.value(),
                customer.value());
        sql.change(
                "INSERT INTO published_reader (customer_id, number, " + DETAILS + ", revision)"
                        + " SELECT customer_id, number, " + DETAILS + ", CAST(? AS BIGINT) FROM registered_reader"
                        + " WHERE customer_id = ? AND publication = 'PENDING'",
                revision,
                customer.value());
        sql.change(
                "UPDATE registered_reader SET publication = 'SYNCED', revision = ?"
                        + " WHERE customer_id = ? AND publication = 'PENDING'",
                revision,
                customer.value());
    }

    @Override
    public Optional<PublishedReader> findPublished(CustomerId customer, int number) {
        return sql.first(
                "SELECT * FROM published_reader WHERE customer_id = ? AND number = ?",
                RegistrationTables::published,
                customer.value(),
                number);
    }

    @Override
    public List<PublishedReader> published(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM published_reader WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                RegistrationTables::published,
                customer.value(),
                after,
                limit);
    }

    private long count(String query, CustomerId customer) {
        return sql.first(query, row -> row.number("n"), customer.value()).orElseThrow();
    }

    private static RegisteredReader registered(Row row) throws SQLException {
        return new RegisteredReader(
                new CustomerId(row.text("customer_id")),
                row.integer("number"),
                details(row),
                row.constant(Publication.class, "publication"),
                row.number("revision"),
                row.instant("changed_at"));
    }

    private static ColouredGroups coloured(Row row) throws SQLException {
        return new ColouredGroups(
                row.constant(Technology.class, "technology"), row.numbers("reader_groups"), row.integer("n"));
    }

    private static PublishedReader published(Row row) throws SQLException {
        return new PublishedReader(
                new CustomerId(row.text("customer_id")), row.integer("number"), details(row), row.number("revision"));
    }

    private static ReaderDetails details(Row row) throws SQLException {
        return new ReaderDetails(
                row.text("name"),
                row.optionalText("reader_id"),
                row.optionalText("mac").map(MacAddress::new),
                row.numbers("reader_groups"),
                row.constant(Technology.class, "technology"),
                row.constant(ReaderDetails.Switch.class, "from_app"),
                row.constant(ReaderDetails.Switch.class, "one_tap"),
                row.integer("signal_percent"),
                row.integer("one_tap_percent"));
    }
}
