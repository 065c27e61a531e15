package io.lintel.transport.ble.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Platform;
import io.lintel.protocol.tap.Trigger;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** One gesture, the list and automatic mode, with signals as steady or as wild as a test wants. */
final class ProximityTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);
    private static final int POWER = -59;
    private static final DoorModes MODES = new DoorModes(EnumSet.allOf(Trigger.class), 40, 55);
    private static final Doors<String> DOORS = new Doors<>(Map.of("A", MODES, "B", MODES), Platform.ANDROID);
    private static final Doors<String> NO_GESTURE_AT_B =
            new Doors<>(Map.of("A", MODES, "B", new DoorModes(Set.of(Trigger.LIST), 40, 55)), Platform.ANDROID);

    @Test
    @Requirement("ONE-02")
    void theNearestReaderOpensAtOnceWhereItClearlyLeads() {
        Trace<String> heard = steady(Map.of("A", -50, "B", -70), NOW, 10);
        OneTap<String> tap = OneTap.<String>made(Trigger.WIDGET, NOW).look(heard, DOORS, NOW);
        assertEquals(new Choice.Open<>("A"), tap.choice());
    }

    @Test
    @Requirement("RDR-09")
    void twoReadersThatCannotBeToldApartAreThePersonsToChoose() {
        Trace<String> heard = steady(Map.of("A", -50, "B", -51), NOW, 10);
        OneTap<String> tap = OneTap.<String>made(Trigger.WIDGET, NOW).look(heard, DOORS, NOW);
        assertFalse(tap.isDecided());
        OneTap<String> later = tap.look(heard, DOORS, NOW.plus(OneTap.PATIENCE));
        assertEquals(new Choice.Unclear<>(List.of("A", "B")), later.choice());
    }

    @Test
    @Requirement({"RDR-08", "ONE-05"})
    void aReaderBeyondItsOneTapSignalDoesNotOpen() {
        Trace<String> heard = steady(Map.of("A", POWER - 12), NOW, 10); // 46 %: within the list's range, not one-tap's
        OneTap<String> tap = OneTap.<String>made(Trigger.DISPLAY, NOW);
        assertInstanceOf(
                Choice.Nothing.class,
                tap.look(heard, DOORS, NOW.plus(OneTap.PATIENCE)).choice());
        assertEquals(
                List.of("A"),
                AvailableDoors.<String>none().next(heard, DOORS, NOW).readers());
    }

    @Test
    @Requirement({"ONE-03", "ONE-04", "RDR-06"})
    void whatPlatformOrReaderDoNotAllowDoesNotOpen() {
        Trace<String> heard = steady(Map.of("A", -50), NOW, 10);
        Doors<String> onIos = new Doors<>(DOORS.modes(), Platform.IOS);
        Doors<String> listOnly =
                new Doors<>(Map.of("A", new DoorModes(Set.of(Trigger.LIST), 40, 55)), Platform.ANDROID);
        for (Doors<String> doors : List.of(onIos, listOnly)) {
            OneTap<String> tap = OneTap.<String>made(Trigger.DISPLAY, NOW)
                    .look(heard, doors, NOW)
                    .look(heard, doors, NOW.plus(OneTap.PATIENCE));
            assertEquals(new Choice.Nothing<>(), tap.choice());
        }
    }

    @Test
    void oneSignalAloneOpensNothing() {
        Trace<String> heard = Trace.<String>empty().with(new Signal<>("A", NOW, -40, POWER));
        assertFalse(
                OneTap.<String>made(Trigger.WIDGET, NOW).look(heard, DOORS, NOW).isDecided());
    }

    @Test
    @Requirement("RDR-09")
    void oneSignalOpensNothingBehindADoorThatTheModeDoesNotOpen() {
        Trace<String> heard = oneStrongSignalBehindAListedDoor();
        OneTap<String> tap = OneTap.<String>made(Trigger.WIDGET, NOW).look(heard, NO_GESTURE_AT_B, NOW);
        assertFalse(tap.isDecided());
        heard = heard.with(new Signal<>("A", NOW, -45, POWER));
        assertEquals(
                new Choice.Open<>("A"), tap.look(heard, NO_GESTURE_AT_B, NOW).choice());
    }

    @Test
    @Requirement("ONE-01")
    void oneSignalOpensNothingInAutomaticModeHoweverOftenItIsLookedAt() {
        Trace<String> heard = oneStrongSignalBehindAListedDoor();
        AutomaticMode<String> mode = AutomaticMode.begin();
        for (int i = 0; i <= 14; i++) {
            mode = mode.look(heard, NO_GESTURE_AT_B, NOW.plusMillis(100L * i));
            assertEquals(Optional.empty(), mode.opens());
        }
    }

    @Test
    void oldSignalsSayNothing() {
        Trace<String> heard = steady(Map.of("A", -50), NOW, 10);
        Instant later = NOW.plus(Trace.WINDOW).plusMillis(1);
        OneTap<String> tap = OneTap.<String>made(Trigger.WIDGET, later);
        assertEquals(
                new Choice.Nothing<>(),
                tap.look(heard, DOORS, later.plus(OneTap.PATIENCE)).choice());
    }

    /** Also with signals that no walk would make. */
    @Property
    @Requirement("RDR-09")
    @Spec("BLE-8-1")
    void noTwoReadersOpenFromOneGesture(@ForAll long seed) {
        Random random = new Random(seed);
        OneTap<String> tap = OneTap.made(Trigger.WIDGET, NOW);
        Trace<String> heard = Trace.empty();
        Set<String> opened = new HashSet<>();
        Instant now = NOW;
        for (int i = 0; i < 60; i++) {
            now = now.plusMillis(random.nextInt(60));
            String reader = random.nextBoolean() ? "A" : "B";
            heard = heard.with(new Signal<>(reader, now, -30 - random.nextInt(70), POWER));
            tap = tap.look(heard, DOORS, now);
            if (tap.choice() instanceof Choice.Open<String> open) {
                opened.add(open.reader());
                assertSame(tap, tap.look(heard, DOORS, now));
            }
        }
        assertTrue(opened.size() <= 1);
    }

    @Property(tries = 20)
    void aTraceIsBoundedAndInOrderWhateverTheClockDoes(@ForAll long seed) {
        Random random = new Random(seed);
        Trace<Integer> heard = Trace.empty();
        for (int i = 0; i < 1500; i++) {
            heard = heard.with(new Signal<>(i, NOW.plusMillis(random.nextInt(200) - 100), -60, POWER));
        }
        assertTrue(heard.signals().size() <= Trace.MOST);
        List<Instant> times = heard.signals().stream().map(Signal::at).toList();
        List<Instant> sorted = new ArrayList<>(times);
        sorted.sort(null);
        assertEquals(sorted, times);
    }

    @Test
    @Requirement("ONE-01")
    void theListDoesNotMoveUnderTheFinger() {
        AvailableDoors<String> list =
                AvailableDoors.<String>none().next(steady(Map.of("A", -55, "B", -60), NOW, 10), DOORS, NOW);
        assertEquals(List.of("A", "B"), list.readers());

        list = list.next(steady(Map.of("A", -59, "B", -57), NOW, 10), DOORS, NOW);
        assertEquals(List.of("A", "B"), list.readers());
        list = list.next(steady(Map.of("A", -70, "B", -52), NOW, 10), DOORS, NOW);
        assertEquals(List.of("B", "A"), list.readers());
        // 34 %: out of range, within the margin.
        list = list.next(steady(Map.of("A", POWER - 14, "B", -52), NOW, 10), DOORS, NOW);
        assertEquals(List.of("B"), list.readers().subList(0, 1));
        list = list.next(steady(Map.of("B", -52), NOW, 10), DOORS, NOW);
        assertEquals(List.of("B"), list.readers());
    }

    @Test
    @Requirement("ONE-01")
    void automaticModeOpensTheReaderThatOneStandsAtOnce() {
        AutomaticMode<String> mode = AutomaticMode.begin();
        List<Optional<String>> opened = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Instant now = NOW.plus(Duration.ofMillis(100L * i));
            mode = mode.look(steady(Map.of("A", -50, "B", -75), now, 10), DOORS, now);
            mode.opens().ifPresent(reader -> opened.add(Optional.of(reader)));
        }
        assertEquals(List.of(Optional.of("A")), opened);
    }

    @Test
    @Requirement("ONE-01")
    void automaticModeOpensNoReaderThatOneWalksPast() {
        AutomaticMode<String> mode = AutomaticMode.begin();
        for (int i = 0; i < 6; i++) {
            Instant now = NOW.plus(Duration.ofMillis(100L * i));
            mode = mode.look(steady(Map.of("A", -50, "B", -75), now, 10), DOORS, now);
            assertEquals(Optional.empty(), mode.opens());
        }
        for (int i = 6; i < 20; i++) {
            Instant now = NOW.plus(Duration.ofMillis(100L * i));
            mode = mode.look(steady(Map.of("A", -75, "B", -76), now, 10), DOORS, now);
            assertEquals(Optional.empty(), mode.opens());
        }
    }

    @Test
    @Requirement("ONE-01")
    void automaticModeOpensAgainBehindAWalkAway() {
        AutomaticMode<String> mode = AutomaticMode.begin();
        int opened = 0;
        int[] levels = {-50, -80, -50};
        for (int i = 0; i < 60; i++) {
            Instant now = NOW.plus(Duration.ofMillis(100L * i));
            mode = mode.look(steady(Map.of("A", levels[i / 20]), now, 10), DOORS, now);
            opened += mode.opens().isPresent() ? 1 : 0;
        }
        assertEquals(2, opened);
    }

    /** A phone that connects and taps does not scan meanwhile, and one that sleeps hears nothing. */
    @Test
    @Requirement("ONE-01")
    void automaticModeTakesAPauseOfTheScanForNoLeaving() {
        AutomaticMode<String> mode = openedA(NOW);
        Trace<String> heard = Trace.empty();
        Instant back = NOW.plusSeconds(20);
        for (int i = 0; i < 200; i++) {
            mode = mode.look(heard, DOORS, NOW.plusMillis(100L * i));
        }
        for (int i = 0; i < 20; i++) {
            Instant now = back.plusMillis(100L * i);
            // The first signal fades to below the range.
            heard = heard.with(new Signal<>("A", now, i == 0 ? -85 : -50, POWER));
            mode = mode.look(heard, DOORS, now);
            assertEquals(Optional.empty(), mode.opens());
        }
    }

    @Test
    @Requirement("ONE-01")
    void automaticModeBeginsAnewBehindAPauseInWhichNobodyLooked() {
        Trace<String> before = steady(Map.of("A", -50), NOW, 10);
        Instant back = NOW.plus(Trace.WINDOW).plusMillis(1);
        AutomaticMode<String> mode = AutomaticMode.<String>begin().look(before, DOORS, NOW);

        mode = mode.look(steady(Map.of("A", -50), back, 10), DOORS, back);
        assertEquals(Optional.empty(), mode.opens());
        Instant dwelt = back.plus(AutomaticMode.DWELL);
        mode = mode.look(steady(Map.of("A", -50), dwelt, 10), DOORS, dwelt);
        assertEquals(Optional.of("A"), mode.opens());
    }

    @Test
    @Requirement("ONE-01")
    void automaticModeOpensAgainWhereNothingWasHeardForLong() {
        for (boolean looksMeanwhile : new boolean[] {true, false}) {
            AutomaticMode<String> mode = openedA(NOW);
            Instant back = NOW.plus(AutomaticMode.SILENCE).plusSeconds(1);
            if (looksMeanwhile) {
                mode = mode.look(Trace.empty(), DOORS, back);
            }
            int opened = 0;
            for (int i = 0; i < 20; i++) {
                Instant now = back.plusMillis(100L * i);
                mode = mode.look(steady(Map.of("A", -50), now, 10), DOORS, now);
                opened += mode.opens().isPresent() ? 1 : 0;
            }
            assertEquals(1, opened);
        }
    }

    @Test
    void theListsTapIsNoGestureWithoutAChoice() {
        assertThrows(IllegalArgumentException.class, () -> OneTap.made(Trigger.LIST, NOW));
        assertThrows(IllegalArgumentException.class, () -> OneTap.made(Trigger.AUTOMATIC, NOW));
    }

    /** Automatic mode that has opened A, and heard it last at {@code last}. */
    private static AutomaticMode<String> openedA(Instant last) {
        AutomaticMode<String> mode = AutomaticMode.begin();
        Optional<String> opened = Optional.empty();
        for (int i = 10; i >= 0; i--) {
            Instant now = last.minusMillis(100L * i);
            mode = mode.look(steady(Map.of("A", -50), now, 10), DOORS, now);
            opened = opened.or(mode::opens);
        }
        assertEquals(Optional.of("A"), opened);
        return mode;
    }

    /** B is the nearest, heard ten times, and opens from the list alone; A is heard once, as if it were there. */
    private static Trace<String> oneStrongSignalBehindAListedDoor() {
        return steady(Map.of("B", -40), NOW, 10).with(new Signal<>("A", NOW, -45, POWER));
    }

    /** Signals of one strength each, one in 100 ms for the last {@code count}. */
    private static Trace<String> steady(Map<String, Integer> strengths, Instant now, int count) {
        Trace<String> heard = Trace.empty();
        for (int i = count - 1; i >= 0; i--) {
            Instant at = now.minusMillis(100L * i);
            for (Map.Entry<String, Integer> entry : strengths.entrySet()) {
                heard = heard.with(new Signal<>(entry.getKey(), at, entry.getValue(), POWER));
            }
        }
        return heard;
    }
}
