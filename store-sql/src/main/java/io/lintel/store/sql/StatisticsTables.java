package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.Dimension;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.statistics.Sharing.Switch;
import io.lintel.sdk.statistics.Slot;
import io.lintel.sdk.store.StatisticsRecords;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables {@code sharing}, {@code statistics_receipt}, {@code statistics_count} and {@code statistics_phone}. */
final class StatisticsTables implements StatisticsRecords {

    private final Sql sql;

    StatisticsTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Sharing> sharing(CustomerId customer) {
        return sql.first(
                "SELECT * FROM sharing WHERE customer_id = ?",
                row -> new Sharing(
                        at(row, "statistics", "statistics_since"), at(row, "crash_reports", "crash_reports_since")),
                customer.value());
    }

    @Override
    public void put(CustomerId customer, Sharing sharing, Slot sentUntil) {
        sql.changeOne(
                "INSERT INTO sharing (customer_id, statistics, statistics_since, crash_reports, crash_reports_since,"
                        + " sent_slot) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (customer_id) DO UPDATE SET"
                        + " statistics = excluded.statistics, statistics_since = excluded.statistics_since,"
                        + " crash_reports = excluded.crash_reports,"
                        + " crash_reports_since = excluded.crash_reports_since, sent_slot = excluded.sent_slot",
                customer.value(),
                sharing.statistics().position(),
                sharing.statistics().since(),
                sharing.crashReports().position(),
                sharing.crashReports().since(),
                sentUntil.number());
    }

    @Override
    public boolean receive(CustomerId customer, ReportId report, LocalDate day) {
        int added = sql.change(
                "INSERT INTO statistics_receipt (customer_id, report_id, day) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id, report_id) DO NOTHING",
                customer.value(),
                report.value(),
                day.toEpochDay());
        return added == 1;
    }

    @Override
    public void forgetReceipts(LocalDate before) {
        sql.change("DELETE FROM statistics_receipt WHERE day < ?", before.toEpochDay());
    }

    @Override
    public void count(CustomerId customer, LocalDate day, Counter counter, long more) {
        sql.changeOne(
                "INSERT INTO statistics_count (customer_id, day, counter, value) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, day, counter)"
                        + " DO UPDATE SET value = statistics_count.value + excluded.value",
                customer.value(),
                day.toEpochDay(),
                counter,
                more);
    }

    @Override
    public void countPhone(CustomerId customer, LocalDate day, Dimension dimension, String value) {
        sql.changeOne(
                "INSERT INTO statistics_phone (customer_id, day, dimension, value, phones) VALUES (?, ?, ?, ?, 1)"
                        + " ON CONFLICT (customer_id, day, dimension, value)"
                        + " DO UPDATE SET phones = statistics_phone.phones + 1",
                customer.value(),
                day.toEpochDay(),
                dimension,
                value);
    }

    @Override
    public void forget(CustomerId customer, LocalDate day) {
        for (String table : List.of("statistics_count", "statistics_phone")) {
            sql.change(
                    "DELETE FROM " + table + " WHERE customer_id = ? AND day = ?", customer.value(), day.toEpochDay());
        }
    }

    @Override
    public Map<Counter, Long> counts(CustomerId customer, LocalDate day) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        sql.list(
                        "SELECT counter, value FROM statistics_count WHERE customer_id = ? AND day = ?",
                        row -> Map.entry(row.constant(Counter.class, "counter"), row.number("value")),
                        customer.value(),
                        day.toEpochDay())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    @Override
    public Map<String, Long> phones(CustomerId customer, LocalDate day, Dimension dimension) {
        return sql
                .list(
                        "SELECT value, phones FROM statistics_phone WHERE customer_id = ? AND day = ? AND dimension = ?",
                        row -> Map.entry(row.text("value"), row.number("phones")),
                        customer.value(),
                        day.toEpochDay(),
                        dimension)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<CustomerId> unsent(Slot slot, int limit) {
        return sql.list(
                "SELECT customer_id FROM sharing WHERE statistics = 'ON' AND sent_slot < ?"
                        + " ORDER BY sent_slot, customer_id LIMIT ?",
                row -> new CustomerId(row.text("customer_id")),
                slot.number(),
                limit);
    }

    @Override
    public Slot sentUntil(CustomerId customer) {
        return sql.first(
                        "SELECT sent_slot FROM sharing WHERE customer_id = ?",
                        row -> new Slot(row.number("sent_slot")),
                        customer.value())
                .orElseThrow(() -> new IllegalStateException("a site without switches has sent nothing"));
    }

    @Override
    public void sent(CustomerId customer, Slot slot) {
        sql.changeOne("UPDATE sharing SET sent_slot = ? WHERE customer_id = ?", slot.number(), customer.value());
    }

    private static Switch at(Row row, String position, String since) throws SQLException {
        return new Switch(row.constant(Position.class, position), row.instant(since));
    }
}
