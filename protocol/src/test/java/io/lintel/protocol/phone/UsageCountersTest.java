package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageCountersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = TestSite.NOW;

    private final Map<ProjectId, Usage> kept = new HashMap<>();
    private final UsageStore store = new UsageStore() {
        @Override
        public Optional<Usage> usage(ProjectId project) {
            return Optional.ofNullable(kept.get(project));
        }

        @Override
        public void saveUsage(ProjectId project, Usage usage) {
            kept.put(project, usage);
        }
    };
    private final UsageCounters counters = new UsageCounters(store, new AppDescription("Example Phone", "16", "1.0"));
    private final CheckInBench bench = new CheckInBench(Suite.X25519);
    private final ProjectId project = bench.site.project();

    private CheckInOutcome.Kept checkIn(Reporting wanted, Instant now) {
        Memberships memberships = bench.memberships();
        int number = bench.membership().number() + 1;
        CheckInAnswer answer = CheckInAnswer.of(number, Instruction.KEEP, CheckInBench.DAY, wanted);
        CheckInOutcome.Kept outcome =
                (CheckInOutcome.Kept) bench.exchange(memberships, counters.report(project, now), answer);
        counters.settle(outcome, now);
        return outcome;
    }

    @Test
    @Requirement({"STA-11", "STA-12", "STA-13", "STA-14", "STA-15", "STA-16", "STA-17", "STA-20"})
    void countsWhatTheListNamesAndNothingElse() {
        counters.activated(project);
        counters.started(project);
        counters.started(project);
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        counters.tapped(project, new TapResult.Denied(TapPath.FAST, DenialReason.REVOKED), TODAY);
        counters.tapped(project, new TapResult.Failed(TapError.TIMED_OUT, TapResult.Outcome.UNKNOWN), TODAY);
        counters.tapped(project, new TapResult.Granted(TapPath.FAST), TODAY.plusDays(1));

        assertEquals(
                Optional.of(new AppReport(1, 2, 2, 1, 3, 2, "Example Phone", "16", "1.0")),
                counters.report(project, NOW));
    }

    @Test
    @Requirement({"STA-03", "STA-10"})
    @Spec("TAP-13-12")
    void reportLeavesEveryTwelveHoursAtMostAndWhatWasTakenIsTakenOff() {
        checkIn(Reporting.WANTED, NOW);
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        assertEquals(1, checkIn(Reporting.WANTED, NOW).reported().orElseThrow().triggers());
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        Instant soon = NOW.plus(UsageCounters.PAUSE).minusSeconds(1);
        assertEquals(Optional.empty(), counters.report(project, soon));
        AppReport next = counters.report(project, soon.plusSeconds(1)).orElseThrow();
        assertEquals(1, next.triggers());
        assertEquals(0, next.daysUsed(), "the day was told already");
    }

    @Test
    @Requirement({"STA-01", "STA-19"})
    void siteThatWantsNoReportsIsNotCountedForFromThatMomentOn() {
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        checkIn(Reporting.NOT_WANTED, NOW);
        assertEquals(Usage.STOPPED, kept.get(project));
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        counters.started(project);
        assertEquals(Usage.STOPPED, kept.get(project));
        checkIn(Reporting.WANTED, NOW);
        counters.started(project);
        assertEquals(1, counters.report(project, NOW).orElseThrow().restarts());
    }

    @Test
    void reportThatTheManagerTookForAnOldOneIsKeptForTheNextTime() {
        checkIn(Reporting.WANTED, NOW);
        counters.started(project);
        CheckInAnswer overtaken = CheckInAnswer.of(40, Instruction.KEEP, CheckInBench.DAY, Reporting.WANTED);
        CheckInOutcome.Kept outcome =
                (CheckInOutcome.Kept) bench.exchange(bench.memberships(), counters.report(project, NOW), overtaken);
        counters.settle(outcome, NOW);
        assertEquals(
                1,
                counters.report(project, NOW.plus(Duration.ofHours(1)))
                        .orElseThrow()
                        .restarts());
    }

    @Test
    @Requirement({"STA-04", "STA-21"})
    @Spec("TAP-13-11")
    void reportHoldsNoTimeAndNoIdentifier() {
        counters.tapped(project, new TapResult.Granted(TapPath.COLD), TODAY);
        String report = counters.report(project, NOW).orElseThrow().toString();
        assertFalse(report.contains("2026"), report);
        assertFalse(report.contains(project.toString()), report);
    }

    @Test
    void descriptionsThatDoNotFitAreMadeToFit() {
        AppDescription app = new AppDescription("Telefon \u017elu\u0165ou\u010dk\u00fd " + "x".repeat(60), "16\n", "1");
        assertEquals(48, app.phoneModel().length());
        assertEquals("16?", app.osVersion());
    }

    @Test
    void tapKnowsWhoseReaderItWasAt() {
        Reader reader = bench.site.reader().start();
        Conversation tap = Conversation.between(reader, bench.phone).complete();
        assertEquals(Optional.of(project), tap.phone().project());
        PhoneSession silent = bench.phone.wallet().tap(Conversation.GESTURE, NOW);
        silent.disconnected(NOW);
        assertEquals(Optional.empty(), silent.project());
    }
}
