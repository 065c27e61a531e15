package io.lintel.sdk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Platform;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderDetails.Switch;
import io.lintel.testing.Requirement;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaderModesTest {

    private static final ReaderDetails READER =
            ReaderDetails.named("Front door").withSignals(40, 55);

    /** Every combination of what the customer, the reader and the signal say, against the rule in one line. */
    @Test
    @Requirement({"ONE-04", "ONE-05", "RDR-06"})
    void modeIsOnWherePlatformCustomerReaderAndSignalAllow() {
        int checked = 0;
        for (Platform platform : Platform.values()) {
            for (Trigger mode : Trigger.values()) {
                for (Set<Trigger> customers :
                        Set.of(EnumSet.allOf(Trigger.class), EnumSet.complementOf(EnumSet.of(mode)))) {
                    for (Switch fromApp : Switch.values()) {
                        for (Switch oneTap : Switch.values()) {
                            for (int signal : new int[] {39, 40, 54, 55, 100}) {
                                boolean list = mode == Trigger.LIST;
                                Switch readers = list ? fromApp : oneTap;
                                boolean expected = platform.modes().contains(mode)
                                        && customers.contains(mode)
                                        && readers == Switch.INHERITED
                                        && signal >= (list ? 40 : 55);
                                DoorModes modes = ReaderModes.of(READER.withSwitches(fromApp, oneTap), customers);
                                assertEquals(expected, modes.allows(mode, platform, signal));
                                checked++;
                            }
                        }
                    }
                }
            }
        }
        assertEquals(2 * 4 * 2 * 2 * 2 * 5, checked);
    }

    @Test
    @Requirement("RDR-06")
    void readerThatSaysNothingFollowsTheCustomer() {
        Set<Trigger> customers = EnumSet.of(Trigger.LIST, Trigger.WIDGET);

        assertEquals(customers, ReaderModes.of(READER, customers).modes());
    }
}
