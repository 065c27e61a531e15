package io.lintel.store.sql;

import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.link.LinkStatus;
import io.lintel.sdk.link.ToldReader;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.ExportReaderConfiguration.Directory;
import io.lintel.sdk.store.LinkRecords;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables {@code reader_link} and {@code told_reader}. */
final class LinkTables implements LinkRecords {

    private static final String SEPARATOR = ",";

    private final Sql sql;

    LinkTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LinkStatus> find(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM reader_link WHERE customer_id = ? AND reader = ?",
                LinkTables::status,
                customer.value(),
                reader);
    }

    @Override
    public void put(LinkStatus status) {
        sql.changeOne(
                "INSERT INTO reader_link (customer_id, reader, seen_at, list_epoch, revision, kept_revision, software,"
                        + " counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, reader) DO UPDATE SET seen_at = excluded.seen_at,"
                        + " list_epoch = excluded.list_epoch, revision = excluded.revision,"
                        + " kept_revision = excluded.kept_revision, software = excluded.software,"
                        + " counts = excluded.counts",
                status.customer().value(),
                status.reader(),
                status.seen(),
                status.listEpoch(),
                status.revision(),
                status.keptRevision(),
                status.software(),
                status.counts().stream().map(Object::toString).collect(Collectors.joining(SEPARATOR)));
    }

    @Override
    public List<LinkStatus> list(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM reader_link WHERE customer_id = ? AND reader > ? ORDER BY reader LIMIT ?",
                LinkTables::status,
                customer.value(),
                after,
                limit);
    }

    @Override
    public Optional<ToldReader> told(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM told_reader WHERE customer_id = ? AND reader = ?",
                row -> new ToldReader(
                        customer,
                        reader,
                        row.number("revision"),
                        row.octets("settings"),
                        parts(row.text("transports")).map(Transport::valueOf).collect(Collectors.toUnmodifiableSet()),
                        row.constant(Directory.class, "directory")),
                customer.value(),
                reader);
    }

    @Override
    public void put(ToldReader told) {
        sql.changeOne(
                "INSERT INTO told_reader (customer_id, reader, revision, settings, transports, directory)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (customer_id, reader) DO UPDATE SET"
                        + " revision = excluded.revision, settings = excluded.settings,"
                        + " transports = excluded.transports, directory = excluded.directory",
                told.customer().value(),
                told.reader(),
                told.revision(),
                told.settings(),
                told.transports().stream().map(Enum::name).sorted().collect(Collectors.joining(SEPARATOR)),
                told.directory());
    }

    private static LinkStatus status(Row row) throws SQLException {
        return new LinkStatus(
                new CustomerId(row.text("customer_id")),
                row.integer("reader"),
                row.instant("seen_at"),
                row.number("list_epoch"),
                row.number("revision"),
                row.number("kept_revision"),
                row.text("software"),
                parts(row.text("counts")).map(Long::valueOf).toList());
    }

    private static Stream<String> parts(String joined) {
        return Arrays.stream(joined.split(SEPARATOR)).filter(part -> !part.isEmpty());
    }
}
