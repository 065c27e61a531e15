package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.DoorModes.Sighting;
import io.lintel.protocol.tap.Trigger;
import io.lintel.testing.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorModesTest {
    private static final Set<Trigger> ALL = EnumSet.allOf(Trigger.class);

    /** Each of the four conditions is missing once, for each kind of mode. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            LIST,      ANDROID, true,  40, true
            LIST,      ANDROID, true,  39, false
            LIST,      ANDROID, false, 100, false
            LIST,      IOS,     true,  40, true
            WIDGET,    ANDROID, true,  55, true
            WIDGET,    ANDROID, true,  54, false
            WIDGET,    ANDROID, false, 100, false
            WIDGET,    IOS,     true,  100, false
            DISPLAY,   ANDROID, true,  55, true
            DISPLAY,   ANDROID, true,  54, false
            DISPLAY,   ANDROID, false, 100, false
            DISPLAY,   IOS,     true,  100, false
            AUTOMATIC, ANDROID, true,  55, true
            AUTOMATIC, ANDROID, true,  54, false
            AUTOMATIC, ANDROID, false, 100, false
            AUTOMATIC, IOS,     true,  55, true
            """)
    @Requirement({"ONE-01", "ONE-03", "ONE-05", "RDR-07", "RDR-08"})
    void modeNeedsPlatformSettingAndSignal(
            Trigger mode, Platform platform, boolean allowed, int signal, boolean opens) {
        Set<Trigger> modes = EnumSet.allOf(Trigger.class);
        if (!allowed) {
            modes.remove(mode);
        }

        assertEquals(opens, new DoorModes(modes, 40, 55).allows(mode, platform, signal));
    }

    @Test
    void oneTapNeverReachesFartherThanTheSignalRange() {
        assertEquals(70, new DoorModes(ALL, 70, 40).threshold(Trigger.WIDGET));
    }

    @Test
    @Requirement("RDR-07")
    void personNarrowsTheRangeAndNeverWidensIt() {
        DoorModes door = new DoorModes(ALL, 40, 55);

        assertEquals(70, door.narrowedTo(70).threshold(Trigger.LIST));
        assertEquals(70, door.narrowedTo(70).threshold(Trigger.DISPLAY));
        assertEquals(door, door.narrowedTo(10));
    }

    @Test
    @Requirement({"ONE-02", "RDR-09"})
    void oneTapOpensTheNearestDoorThatAllowsItAndNoOther() {
        DoorModes open = new DoorModes(ALL, 10, 40);
        DoorModes listOnly = new DoorModes(Set.of(Trigger.LIST), 10, 40);
        List<Sighting<String>> seen = List.of(
                new Sighting<>("far", open, 45),
                new Sighting<>("near", open, 60),
                new Sighting<>("as near", open, 60),
                new Sighting<>("nearer, without one-tap", listOnly, 90));

        assertEquals(Optional.of("near"), DoorModes.nearest(seen, Trigger.WIDGET, Platform.ANDROID));
        assertEquals(Optional.empty(), DoorModes.nearest(seen.subList(3, 4), Trigger.DISPLAY, Platform.ANDROID));
        assertEquals(Optional.empty(), DoorModes.nearest(seen, Trigger.WIDGET, Platform.IOS));
    }

    @Test
    void signalsAreBounded() {
        assertThrows(IllegalArgumentException.class, () -> new DoorModes(ALL, 101, 0));
        assertThrows(IllegalArgumentException.class, () -> new DoorModes(ALL, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Sighting<>("door", new DoorModes(ALL, 0, 0), 101));
        assertFalse(new DoorModes(Set.of(), 0, 0).allows(Trigger.LIST, Platform.ANDROID, 100));
        assertTrue(new DoorModes(ALL, 100, 100).allows(Trigger.WIDGET, Platform.ANDROID, 100));
    }
}
