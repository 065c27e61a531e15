package io.lintel.store.sql;

import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ToldConfiguration;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.SetBack;
import io.lintel.sdk.store.EnforcementRecords;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables {@code certification}, {@code told_configuration}, {@code receipt} and {@code reader_set_back}. */
final class EnforcementTables implements EnforcementRecords {

    /** Receipts of each reader beside the newest: of as many list epochs somebody can ask since when it enforces them. */
    private static final int KEPT_RECEIPTS = 64;

    private record Certification(int reader, long listEpoch, Set<Integer> groups) {}

    private final Sql sql;

    EnforcementTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void certified(CustomerId customer, int reader, Set<Integer> groups, long listEpoch) {
        Set<Integer> others = new TreeSet<>(groups);
        Set<Integer> ofThatEpoch = new TreeSet<>(groups);
        for (Certification known : certifications(customer, "AND reader = " + reader)) {
            others.removeAll(known.groups());
            if (known.listEpoch() == listEpoch) {
                ofThatEpoch.addAll(known.groups());
            }
        }
        if (!others.isEmpty()) {
            sql.changeOne(
                    "INSERT INTO certification (customer_id, reader, list_epoch, reader_groups) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (customer_id, reader, list_epoch)"
                            + " DO UPDATE SET reader_groups = excluded.reader_groups",
                    customer.value(),
                    reader,
                    listEpoch,
                    Row.join(ofThatEpoch));
        }
    }

    @Override
    public List<CertifiedReader> certified(CustomerId customer) {
        Map<Integer, Map<Integer, Long>> groups = new TreeMap<>();
        for (Certification known : certifications(customer, "")) {
            Map<Integer, Long> ofReader = groups.computeIfAbsent(known.reader(), number -> new TreeMap<>());
            known.groups().forEach(group -> ofReader.putIfAbsent(group, known.listEpoch()));
        }
        return sql.list(
                "SELECT number, name, removed_at, dh_key, certificate FROM reader WHERE customer_id = ? ORDER BY number",
                row -> new CertifiedReader(
                        row.integer("number"),
                        row.text("name"),
                        row.optionalInstant("removed_at").isPresent(),
                        row.octets("dh_key"),
                        row.octets("certificate"),
                        groups.getOrDefault(row.integer("number"), Map.of())),
                customer.value());
    }

    @Override
    public Set<Integer> certifiedGroups(CustomerId customer, int reader) {
        return certifications(customer, "AND reader = " + reader).stream()
                .flatMap(known -> known.groups().stream())
                .collect(Collectors.toSet());
    }

    /** The lowest epochs first. */
    private List<Certification> certifications(CustomerId customer, String which) {
        return sql.list(
                "SELECT reader, list_epoch, reader_groups FROM certification WHERE customer_id = ? " + which
                        + " ORDER BY list_epoch",
                row -> new Certification(row.integer("reader"), row.number("list_epoch"), row.numbers("reader_groups")),
                customer.value());
    }

    @Override
    public void told(ToldConfiguration configuration) {
        sql.changeOne(
                "INSERT INTO told_configuration (customer_id, revision, reader, lag_seconds, stale_seconds)"
                        + " VALUES (?, ?, ?, ?, ?)",
                configuration.customer().value(),
                configuration.revision(),
                configuration.reader(),
                configuration.lag().map(Duration::toSeconds),
                configuration.staleFor().map(Duration::toSeconds));
    }

    @Override
    public List<ToldConfiguration> told(CustomerId customer) {
        return sql.list(
                "SELECT * FROM told_configuration WHERE customer_id = ? ORDER BY revision",
                row -> new ToldConfiguration(
                        customer,
                        row.integer("reader"),
                        row.number("revision"),
                        row.optionalNumber("lag_seconds").map(Duration::ofSeconds),
                        row.optionalNumber("stale_seconds").map(Duration::ofSeconds)),
                customer.value());
    }

    @Override
    public void add(KnownReceipt receipt) {
        String of = " WHERE customer_id = ? AND reader = ?";
        String customer = receipt.customer().value();
        int reader = receipt.reader();
        // The newest before this one goes, unless it is the first of its epoch.
        sql.change(
                "DELETE FROM receipt" + of + " AND number = (SELECT MAX(number) FROM receipt" + of + ")"
                        + " AND number > (SELECT MIN(number) FROM receipt" + of + " AND list_epoch ="
                        + " (SELECT list_epoch FROM receipt" + of + " ORDER BY number DESC LIMIT 1))",
                customer,
                reader,
                customer,
                reader,
                customer,
                reader,
                customer,
                reader);
        sql.change(
                "DELETE FROM receipt" + of + " AND number <" + " (SELECT number FROM receipt" + of
                        + " ORDER BY number DESC LIMIT 1 OFFSET ?)",
                customer,
                reader,
                customer,
                reader,
                KEPT_RECEIPTS - 1);
        sql.change("DELETE FROM told_configuration" + of + " AND revision < ?", customer, reader, receipt.revision());
        sql.changeOne(
                "INSERT INTO receipt (customer_id, reader, number, list_epoch, list_group, revision, clock, received_at,"
                        + " received_by, statement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                customer,
                reader,
                receipt.number(),
                receipt.listEpoch(),
                receipt.listGroup(),
                receipt.revision(),
                receipt.clock(),
                receipt.received(),
                receipt.by(),
                receipt.statement());
    }

    @Override
    public void forgetReceipts(CustomerId customer) {
        sql.change("DELETE FROM receipt WHERE customer_id = ?", customer.value());
    }

    @Override
    public void add(SetBack setBack) {
        sql.change(
                "DELETE FROM receipt WHERE customer_id = ? AND reader = ?",
                setBack.customer().value(),
                setBack.reader());
        sql.changeOne(
                "INSERT INTO reader_set_back (customer_id, reader, noticed_at, lost_number, lost_epoch, list_epoch,"
                        + " after_clock) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (customer_id, reader) DO UPDATE SET"
                        + " noticed_at = excluded.noticed_at, lost_number = excluded.lost_number,"
                        + " lost_epoch = excluded.lost_epoch,"
                        + " list_epoch = excluded.list_epoch, after_clock = excluded.after_clock",
                setBack.customer().value(),
                setBack.reader(),
                setBack.noticed(),
                setBack.lostNumber(),
                setBack.lostEpoch(),
                setBack.epoch(),
                setBack.after());
    }

    @Override
    public Optional<SetBack> setBack(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM reader_set_back WHERE customer_id = ? AND reader = ?",
                EnforcementTables::setBack,
                customer.value(),
                reader);
    }

    @Override
    public List<SetBack> setBack(CustomerId customer) {
        return sql.list(
                "SELECT * FROM reader_set_back WHERE customer_id = ? ORDER BY reader",
                EnforcementTables::setBack,
                customer.value());
    }

    private static SetBack setBack(Row row) throws SQLException {
        return new SetBack(
                new CustomerId(row.text("customer_id")),
                row.integer("reader"),
                row.instant("noticed_at"),
                row.number("lost_number"),
                row.number("lost_epoch"),
                row.number("list_epoch"),
                row.optionalInstant("after_clock"));
    }

    @Override
    public Optional<KnownReceipt> newest(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM receipt WHERE customer_id = ? AND reader = ? ORDER BY number DESC LIMIT 1",
                EnforcementTables::receipt,
                customer.value(),
                reader);
    }

    @Override
    public List<KnownReceipt> newest(CustomerId customer) {
        return sql.list(
                "SELECT * FROM receipt r WHERE customer_id = ? AND number ="
                        + " (SELECT MAX(number) FROM receipt n WHERE n.customer_id = r.customer_id AND n.reader = r.reader)"
                        + " ORDER BY reader",
                EnforcementTables::receipt,
                customer.value());
    }

    @Override
    public List<KnownReceipt> first(CustomerId customer, long listEpoch) {
        return sql.list(
                "SELECT * FROM receipt r WHERE customer_id = ? AND number ="
                        + " (SELECT MIN(number) FROM receipt n WHERE n.customer_id = r.customer_id AND n.reader = r.reader"
                        + " AND n.list_epoch >= ?) ORDER BY reader",
                EnforcementTables::receipt,
                customer.value(),
                listEpoch);
    }

    private static KnownReceipt receipt(Row row) throws SQLException {
        return new KnownReceipt(
                new CustomerId(row.text("customer_id")),
                row.integer("reader"),
                row.number("number"),
                row.number("list_epoch"),
                row.integer("list_group"),
                row.number("revision"),
                row.optionalInstant("clock"),
                row.instant("received_at"),
                row.text("received_by"),
                row.octets("statement"));
    }
}
