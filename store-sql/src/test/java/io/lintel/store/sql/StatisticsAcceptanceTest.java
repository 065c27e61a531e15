package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.UnlockDoor;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.statistics.Slot;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance checklist's items 17 and 20 (requirements, section 26), through the whole manager. */
@OnEveryDatabase
class StatisticsAcceptanceTest {

    private static final AppReport REPORT = new AppReport(1, 1, 1, 2, 30, 25, "Phone X", "17.1", "2.0");
    private static final String QUESTION = "My door stays shut.";

    private final Database database;
    private final List<String> sent = new ArrayList<>();
    private TestBench bench;
    private CustomerId customer;

    StatisticsAcceptanceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"STA-04", "STA-10", "STA-19", "STA-21", "SUP-04"})
    void item17ClosedCountersDateOnlyNothingAfterTheOptOutAndNothingForASupportRequest() {
        share(Position.ON);
        bench.manager.statistics().add(customer, ReportId.random(TestBench.RANDOM), REPORT);
        ask();
        dispatch();
        assertEquals(List.of(), sent, "a support request sends nothing by itself");

        bench.clock.set(Slot.of(TestBench.START).next().start());
        dispatch();
        assertEquals(1, sent.size());
        String report = sent.get(0);
        assertEquals(Set.of(), words(report, "APP_[A-Z_]+|READER_[A-Z_]+", counters()));
        assertFalse(report.matches(".*[0-9]{2}:[0-9]{2}.*"), "a time of day: " + report);
        assertFalse(report.contains("Phone X"), "a phone that is alone: " + report);
        assertFalse(report.contains(customer.value()) || report.contains(QUESTION), report);

        Sharing off = share(Position.OFF);
        Instant end = off.statistics().effectiveBy();
        assertEquals(off.statistics().since().plus(Duration.ofHours(24)), end);
        for (Instant now = bench.clock.instant();
                now.isBefore(end.plus(Duration.ofDays(2)));
                now = now.plus(Slot.LENGTH)) {
            bench.clock.set(now);
            bench.manager.statistics().add(customer, ReportId.random(TestBench.RANDOM), REPORT);
            ask();
            dispatch();
        }
        assertEquals(1, sent.size(), "nothing is sent after the opt-out");
    }

    @Test
    @Requirement("RUL-04")
    void item20CoolDownErrorCarriesARetryTime() {
        EnrollReader door = EnrollReader.of(customer, "Door", TestBench.readerRequest(Suite.X25519));
        int reader = bench.manager.readers().enroll(TestBench.id(), door).reader();
        bench.manager.readers().unlock(TestBench.id(), new UnlockDoor(customer, reader));

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.readers().unlock(TestBench.id(), new UnlockDoor(customer, reader)));

        assertEquals(ErrorCode.COOLING_DOWN, refused.code());
        assertEquals(Optional.of(Duration.ofSeconds(10)), refused.retryAfter());
    }

    private Sharing share(Position position) {
        return bench.manager.statistics().change(TestBench.id(), new ChangeSharing(customer, position, Position.OFF));
    }

    private void ask() {
        bench.manager
                .as(new Principal.EndUser(customer, 1))
                .support()
                .ask(TestBench.id(), new AskForSupport(customer, QUESTION));
    }

    private void dispatch() {
        bench.manager.statistics().dispatch(report -> {
            sent.add(report.json());
            return new Accepted();
        });
    }

    private static Set<String> counters() {
        Set<String> names = new TreeSet<>();
        for (Counter counter : Counter.values()) {
            names.add(counter.name());
        }
        names.add("APP_VERSION");
        return names;
    }

    /** What a text holds of a pattern beyond what is known. */
    private static Set<String> words(String text, String pattern, Set<String> known) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        found.removeAll(known);
        return found;
    }
}
