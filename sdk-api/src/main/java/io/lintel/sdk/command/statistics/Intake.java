package io.lintel.sdk.command.statistics;

import io.lintel.protocol.checkin.AppReport;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.Dimension;
import io.lintel.sdk.statistics.ReaderReport;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.store.StatisticsRecords;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Adds reports to a site's sums. Whoever calls makes sure that a report comes here once. A site that does not share
 * statistics does not collect them either: what arrives is dropped.
 */
public final class Intake {

    private Intake() {}

    /** Adds what an app counted. */
    public static void add(UnitOfWork unit, CustomerId customer, AppReport report, Instant now) {
        if (!isShared(unit, customer)) {
            return;
        }
        LocalDate day = day(now);
        count(
                unit.statistics(),
                customer,
                day,
                Map.of(
                        Counter.APP_ACTIVATIONS, report.activations(),
                        Counter.APP_RESTARTS, report.restarts(),
                        Counter.APP_DAYS_USED, report.daysUsed(),
                        Counter.APP_FAILED_CONNECTIONS, report.failedConnections(),
                        Counter.APP_CONNECTIONS, report.successfulConnections(),
                        Counter.APP_TRIGGERS, report.triggers()));
        // An app that reports twice a day has used the day in one report only: so each phone counts once.
        if (report.daysUsed() > 0) {
            countPhone(unit.statistics(), customer, day, report);
        }
    }

    /** Adds what readers counted. */
    public static void add(UnitOfWork unit, CustomerId customer, ReaderReport report, Instant now) {
        if (isShared(unit, customer)) {
            count(unit.statistics(), customer, day(now), report.counts());
        }
    }

    static LocalDate day(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether a site shares statistics now. */
    public static boolean isShared(UnitOfWork unit, CustomerId customer) {
        return unit.statistics()
                .sharing(customer)
                .map(Sharing::statistics)
                .filter(Sharing.Switch::isOn)
                .isPresent();
    }

    private static void count(
            StatisticsRecords statistics, CustomerId customer, LocalDate day, Map<Counter, Long> counts) {
        counts.forEach((counter, count) -> {
            if (count > 0) {
                statistics.count(customer, day, counter, count);
            }
        });
    }

    private static void countPhone(StatisticsRecords statistics, CustomerId customer, LocalDate day, AppReport report) {
        Map<Dimension, String> values = Map.of(
                Dimension.PHONE_MODEL, report.phoneModel(),
                Dimension.OS_VERSION, report.osVersion(),
                Dimension.APP_VERSION, report.appVersion());
        values.forEach((dimension, value) -> {
            if (!value.isBlank()) {
                statistics.countPhone(customer, day, dimension, value);
            }
        });
    }
}
