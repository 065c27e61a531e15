package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.SupportRecords;
import io.lintel.sdk.support.CrashReport;
import io.lintel.sdk.support.ReportCrash;
import io.lintel.sdk.support.SupportRequest;
import io.lintel.sdk.support.SupportRequest.Routing;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Tables {@code support_request} and {@code crash_report}. */
final class SupportTables implements SupportRecords {

    private final Sql sql;

    SupportTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(SupportRequest request) {
        Optional<Long> serial =
                request.serial().isPresent() ? Optional.of(request.serial().getAsLong()) : Optional.empty();
        sql.changeOne(
                "INSERT INTO support_request (customer_id, number, serial, text, routing, at) VALUES (?, ?, ?, ?, ?, ?)",
                request.customer().value(),
                request.number(),
                serial,
                request.text(),
                request.routing(),
                request.at());
    }

    @Override
    public List<SupportRequest> requests(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM support_request WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                SupportTables::request,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<SupportRequest> operatorsRequests(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM support_request WHERE customer_id = ? AND number > ? AND routing <> ?"
                        + " ORDER BY number LIMIT ?",
                SupportTables::request,
                customer.value(),
                after,
                Routing.SITE_ADMIN,
                limit);
    }

    @Override
    public void add(CrashReport report) {
        sql.changeOne(
                "INSERT INTO crash_report (customer_id, number, part, version, trace, day) VALUES (?, ?, ?, ?, ?, ?)",
                report.customer().value(),
                report.number(),
                report.part(),
                report.version(),
                report.trace(),
                report.day().toEpochDay());
    }

    @Override
    public List<CrashReport> crashes(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM crash_report WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                row -> new CrashReport(
                        customer,
                        row.number("number"),
                        row.constant(ReportCrash.Part.class, "part"),
                        row.text("version"),
                        row.text("trace"),
                        LocalDate.ofEpochDay(row.number("day"))),
                customer.value(),
                after,
                limit);
    }

    private static SupportRequest request(Row row) throws SQLException {
        Optional<Long> serial = row.optionalNumber("serial");
        return new SupportRequest(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                serial.isPresent() ? OptionalLong.of(serial.get()) : OptionalLong.empty(),
                row.text("text"),
                row.constant(Routing.class, "routing"),
                row.instant("at"));
    }
}
