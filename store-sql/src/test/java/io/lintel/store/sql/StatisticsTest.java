package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.Dimension;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.ReaderReport;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.statistics.Slot;
import io.lintel.sdk.statistics.SmallGroups.Table;
import io.lintel.sdk.statistics.StatisticsRecipient;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class StatisticsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Database database;
    private final List<ProjectReport> sent = new ArrayList<>();
    private final StatisticsRecipient taker = report -> {
        sent.add(report);
        return new Accepted();
    };
    private TestBench bench;
    private CustomerId customer;

    StatisticsTest(Database database) {
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
    @Requirement("STA-01")
    void siteThatNobodyAskedSharesAndCollectsNothing() {
        app(report(5, "Phone X"));
        bench.clock.set(NOON);

        bench.manager.statistics().dispatch(taker);

        assertEquals(List.of(), sent);
        assertTrue(bench.manager.statistics().report(customer, TODAY).isEmpty());
    }

    @Test
    @Requirement("STA-01")
    void profileMaySayThatANewSiteShares() {
        String text = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));
        Profile sharing = Profiles.parse(text.replace("\"onByDefault\" : false", "\"onByDefault\" : true"));
        customer = bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite("Plant", Suite.X25519, sharing, DistributorId.OPERATOR))
                .site()
                .customer();

        assertTrue(bench.manager.statistics().sharing(customer).statistics().isOn());
        app(report(5, ""));
        bench.clock.set(NOON);
        bench.manager.statistics().dispatch(taker);
        assertEquals(1, sent.size());
    }

    @Test
    @Requirement({"STA-03", "STA-04", "STA-10", "STA-11", "STA-12", "STA-13", "STA-14", "STA-15", "STA-16"})
    void appsCountersAreSummedPerSiteAndDayAndSentWhenAHalfDayBegins() {
        share(Position.ON);
        app(new AppReport(1, 2, 1, 3, 40, 30, "", "", ""));
        app(new AppReport(1, 1, 0, 1, 10, 9, "", "", ""));
        bench.manager.statistics().dispatch(taker);
        assertEquals(List.of(), sent);

        bench.clock.set(NOON);
        bench.manager.statistics().dispatch(taker);
        bench.manager.statistics().dispatch(taker);

        assertEquals(1, sent.size());
        assertEquals(TODAY, sent.get(0).date());
        assertEquals(
                Map.of(
                        Counter.APP_ACTIVATIONS, 2L,
                        Counter.APP_RESTARTS, 3L,
                        Counter.APP_DAYS_USED, 1L,
                        Counter.APP_FAILED_CONNECTIONS, 4L,
                        Counter.APP_CONNECTIONS, 50L,
                        Counter.APP_TRIGGERS, 39L),
                sent.get(0).counts());
    }

    @Test
    @Requirement({"STA-05", "STA-06", "STA-07", "STA-08", "STA-09"})
    void readersCountersAreSummedWithTheCausesOfTheirFailures() {
        share(Position.ON);
        Map<Counter, Long> counts = Map.of(
                Counter.READER_ERRORS, 1L,
                Counter.READER_CONNECTIONS, 20L,
                Counter.READER_TRIGGERS, 18L,
                Counter.READER_FAILED_OUTSIDER, 4L,
                Counter.READER_FAILED_TIMED_OUT, 2L);
        reader(counts);
        reader(Map.of(Counter.READER_TRIGGERS, 2L));

        Map<Counter, Long> summed = new TreeMap<>(counts);
        summed.put(Counter.READER_TRIGGERS, 20L);
        assertEquals(summed, bench.manager.statistics().report(customer, TODAY).counts());
    }

    @Test
    void reportThatComesTwiceCountsOnce() {
        share(Position.ON);
        ReportId id = ReportId.random(TestBench.RANDOM);
        bench.manager.statistics().add(customer, id, report(5, ""));
        bench.manager.statistics().add(customer, id, report(5, ""));

        assertEquals(
                5L, bench.manager.statistics().report(customer, TODAY).counts().get(Counter.APP_TRIGGERS));
    }

    @Test
    @Requirement({"STA-17", "STA-21"})
    void phonesAreCountedByEachDimensionApartAndSmallGroupsDoNotShow() {
        share(Position.ON);
        for (int i = 0; i < 12; i++) {
            app(report(1, "Common"));
        }
        for (int i = 0; i < 3; i++) {
            app(report(1, "Rare"));
        }

        assertEquals(
                Map.of(), bench.manager.statistics().report(customer, TODAY).phones());
        bench.clock.set(NOON.plus(Duration.ofHours(12)));
        Map<Dimension, Table> phones =
                bench.manager.statistics().report(customer, TODAY).phones();

        // The rare ones alone would be known from the total, so the common ones hide with them.
        assertEquals(new Table(new TreeMap<>(), 15), phones.get(Dimension.PHONE_MODEL));
        assertEquals(new Table(new TreeMap<>(Map.of("17.1", 15L)), 0), phones.get(Dimension.OS_VERSION));
    }

    @Test
    @Requirement({"STA-01", "STA-19"})
    void switchedOffNothingIsSentAnyMoreAndNothingTakenIn() {
        share(Position.ON);
        app(report(5, ""));
        Sharing off = share(Position.OFF);

        app(report(7, ""));
        bench.clock.set(NOON);
        bench.manager.statistics().dispatch(taker);
        bench.clock.set(off.statistics().since().plus(Duration.ofHours(25)));
        bench.manager.statistics().dispatch(taker);

        assertEquals(
                TestBench.START.plus(Duration.ofHours(24)), off.statistics().effectiveBy());
        assertEquals(List.of(), sent);
        assertEquals(
                5L, bench.manager.statistics().report(customer, TODAY).counts().get(Counter.APP_TRIGGERS));
    }

    @Test
    @Requirement("STA-19")
    void whatWasCollectedBeforeAPauseIsNotSentAfterIt() {
        share(Position.ON);
        app(report(5, ""));
        share(Position.OFF);
        Instant later = NOON.plus(Duration.ofDays(3));
        bench.clock.set(later);
        share(Position.ON);
        app(report(7, ""));
        bench.clock.set(Slot.of(later).next().start());

        bench.manager.statistics().dispatch(taker);

        assertEquals(
                List.of(TODAY.plusDays(3)),
                sent.stream().map(ProjectReport::date).toList());
    }

    @Test
    @Requirement("STA-19")
    void pauseWithinADayLeavesNothingOfThatDayBeforeIt() {
        share(Position.ON);
        app(report(5, ""));
        share(Position.OFF);
        share(Position.ON);
        app(report(7, ""));
        bench.clock.set(NOON);

        bench.manager.statistics().dispatch(taker);

        assertEquals(7L, sent.get(0).counts().get(Counter.APP_TRIGGERS));
        assertEquals(1L, sent.get(0).counts().get(Counter.APP_DAYS_USED));
    }

    @Test
    @Requirement("STA-21")
    void tablesOfPhonesLeaveOnceForEachDay() {
        share(Position.ON);
        IntStream.range(0, 12).forEach(i -> app(report(1, "Common")));
        bench.clock.set(NOON);
        bench.manager.statistics().dispatch(taker);
        app(report(1, "Common"));
        bench.clock.set(NOON.plus(Duration.ofHours(12)));
        bench.manager.statistics().dispatch(taker);

        assertEquals(
                List.of(TODAY, TODAY), sent.stream().map(ProjectReport::date).toList());
        assertEquals(Map.of(), sent.get(0).phones());
        assertEquals(
                new Table(new TreeMap<>(Map.of("Common", 13L)), 0),
                sent.get(1).phones().get(Dimension.PHONE_MODEL));
    }

    @Test
    void reportThatIsNotTakenIsSentAgainWithTheDaysThatWereMissed() {
        share(Position.ON);
        app(report(5, ""));
        bench.clock.set(NOON);
        bench.manager.statistics().dispatch(report -> new Failed(Failure.UNREACHABLE));
        bench.clock.set(NOON.plus(Duration.ofDays(1)));
        app(report(7, ""));

        bench.manager.statistics().dispatch(taker);
        bench.clock.set(NOON.plus(Duration.ofHours(36)));
        bench.manager.statistics().dispatch(taker);

        assertEquals(
                List.of(TODAY, TODAY.plusDays(1), TODAY.plusDays(1)),
                sent.stream().map(ProjectReport::date).toList());
    }

    @Test
    @Requirement("SUP-04")
    void supportRequestLeavesNoTraceInTheStatistics() {
        share(Position.ON);
        app(report(5, ""));
        ProjectReport before = bench.manager.statistics().report(customer, TODAY);

        bench.manager
                .as(new Principal.EndUser(customer, 1))
                .support()
                .ask(TestBench.id(), new AskForSupport(customer, "My door stays shut."));
        bench.manager.statistics().dispatch(taker);

        assertEquals(before, bench.manager.statistics().report(customer, TODAY));
        assertEquals(List.of(), sent);
    }

    private Sharing share(Position position) {
        return bench.manager.statistics().change(TestBench.id(), new ChangeSharing(customer, position, Position.OFF));
    }

    private void app(AppReport report) {
        bench.manager.statistics().add(customer, ReportId.random(TestBench.RANDOM), report);
    }

    private void reader(Map<Counter, Long> counts) {
        bench.manager.statistics().add(customer, ReportId.random(TestBench.RANDOM), new ReaderReport(counts));
    }

    private static AppReport report(long triggers, String model) {
        return new AppReport(0, 0, 1, 0, triggers, triggers, model, "17.1", "");
    }
}
