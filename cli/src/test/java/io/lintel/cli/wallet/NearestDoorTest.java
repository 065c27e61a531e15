package io.lintel.cli.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.tap.Trigger;
import io.lintel.testing.Requirement;
import io.lintel.transport.ble.ReaderAdvertisement;
import io.lintel.transport.ble.proximity.Choice;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a terminal's tap over Bluetooth takes for the door that is meant. */
final class NearestDoorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final BluetoothAddress FRONT = BluetoothAddress.ofPublic("00:AA:01:00:00:01");
    private static final BluetoothAddress GARAGE = BluetoothAddress.ofPublic("00:AA:01:00:00:02");
    private static final int AT_THE_DOOR = -60;
    private static final int FAR = -85;

    private Instant now = NOW;

    @Test
    @Requirement("ONE-02")
    void theWidgetOpensTheReaderThatClearlyLeads() {
        NearestDoor nearest = door(Trigger.WIDGET);

        boolean decided = false;
        for (int i = 0; i < 10 && !decided; i++) {
            decided = heard(nearest, GARAGE, FAR) || heard(nearest, FRONT, AT_THE_DOOR);
        }

        assertTrue(decided);
        assertEquals(new Choice.Open<>(FRONT), nearest.choice(now));
    }

    @Test
    @Requirement("RDR-09")
    void theWidgetOpensNeitherOfTwoThatCannotBeToldApart() {
        NearestDoor nearest = door(Trigger.WIDGET);
        for (int i = 0; i < 30; i++) {
            heard(nearest, FRONT, AT_THE_DOOR);
            heard(nearest, GARAGE, AT_THE_DOOR);
        }
        assertInstanceOf(Choice.Unclear.class, nearest.choice(now));
    }

    @Test
    void automaticModeOpensTheReaderThatThePhoneStaysAt() {
        NearestDoor nearest = door(Trigger.AUTOMATIC);

        assertFalse(heard(nearest, FRONT, AT_THE_DOOR), "it does not open what is passed by");
        boolean decided = false;
        for (int i = 0; i < 30 && !decided; i++) {
            decided = heard(nearest, FRONT, AT_THE_DOOR);
        }

        assertTrue(decided);
        assertEquals(new Choice.Open<>(FRONT), nearest.choice(now));
    }

    @Test
    void fromTheListTheOnlyDoorInReachIsMeant() {
        NearestDoor nearest = door(Trigger.LIST);
        for (int i = 0; i < 10; i++) {
            heard(nearest, FRONT, AT_THE_DOOR);
            heard(nearest, GARAGE, FAR);
        }
        assertEquals(new Choice.Open<>(FRONT), nearest.choice(now));
    }

    @Test
    void twoDoorsInReachAreThePersonsToChoose() {
        NearestDoor nearest = door(Trigger.LIST);
        for (int i = 0; i < 10; i++) {
            heard(nearest, FRONT, AT_THE_DOOR);
            heard(nearest, GARAGE, AT_THE_DOOR);
        }
        assertEquals(new Choice.Unclear<>(List.of(FRONT, GARAGE)), nearest.choice(now));
    }

    @Test
    void aReaderThatIsAloneIsMeantWhereNoSignalIsMeasured() {
        NearestDoor alone = door(Trigger.LIST);
        heard(alone, FRONT, Sighting.UNKNOWN);
        heard(alone, FRONT, Sighting.UNKNOWN);
        assertEquals(new Choice.Open<>(FRONT), alone.choice(now));

        NearestDoor ofTwo = door(Trigger.LIST);
        heard(ofTwo, FRONT, Sighting.UNKNOWN);
        heard(ofTwo, GARAGE, Sighting.UNKNOWN);
        assertEquals(new Choice.Unclear<>(List.of(FRONT, GARAGE)), ofTwo.choice(now));
    }

    @Test
    void aGestureWithoutAChoiceOpensNothingWhereNoSignalIsMeasured() {
        for (Trigger trigger : Set.of(Trigger.WIDGET, Trigger.DISPLAY, Trigger.AUTOMATIC)) {
            NearestDoor nearest = door(trigger);
            heard(nearest, FRONT, Sighting.UNKNOWN);
            assertEquals(new Choice.Nothing<>(), nearest.choice(now));
        }
    }

    @Test
    void aDoorWithoutACredentialIsNotHeard() {
        NearestDoor nearest = new NearestDoor(Trigger.LIST, reader -> Optional.empty());
        heard(nearest, FRONT, AT_THE_DOOR);
        assertEquals(new Choice.Nothing<>(), nearest.choice(now));
    }

    private static NearestDoor door(Trigger trigger) {
        DoorModes modes = new DoorModes(EnumSet.allOf(Trigger.class), 40, 55);
        return new NearestDoor(trigger, reader -> Optional.of(modes));
    }

    private boolean heard(NearestDoor nearest, BluetoothAddress address, int signal) {
        now = now.plus(Duration.ofMillis(50));
        Bytes tag = Bytes.of(1, 2, 3, 4);
        ReaderAdvertisement says = new ReaderAdvertisement(tag, tag, 0, -59, Set.of());
        return nearest.hear(new Sighting(address, says, signal), now);
    }
}
