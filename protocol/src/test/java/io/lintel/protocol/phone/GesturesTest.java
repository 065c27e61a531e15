package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.SeededRandom;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import org.junit.jupiter.api.Test;

class GesturesTest {
    private static final Bytes READER = Bytes.of(1);

    private final SeededRandom random = new SeededRandom(1);
    private final Gestures gestures = new Gestures();

    @Test
    void aNonceIsAnsweredOnce() {
        Bytes nonce = nonce();

        assertTrue(gestures.admit(nonce, READER, Trigger.LIST, TestSite.NOW));
        assertFalse(gestures.admit(nonce, READER, Trigger.LIST, TestSite.NOW.plusSeconds(3_600)));
        assertFalse(gestures.admit(nonce, Bytes.of(2), Trigger.DISPLAY, TestSite.NOW));
    }

    @Test
    @Requirement("ONE-01")
    @Spec("TAP-8-13")
    void automaticModeAnswersEachReaderOnceAMinute() {
        assertTrue(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW));
        assertFalse(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(59)));
        assertTrue(gestures.admit(nonce(), Bytes.of(2), Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(59)));
        assertTrue(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(60)));
    }

    @Test
    @Requirement("ONE-01")
    @Spec("TAP-4.3-16")
    void aGestureIsAnsweredAtOnce() {
        gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW);

        assertTrue(gestures.admit(nonce(), READER, Trigger.WIDGET, TestSite.NOW));
        assertTrue(gestures.admit(nonce(), READER, Trigger.LIST, TestSite.NOW.plusSeconds(30)));
        assertTrue(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(60)));
    }

    @Test
    void aClockThatWasSetBackDoesNotBlockAutomaticMode() {
        assertTrue(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(36_000)));
        assertTrue(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW));
        assertFalse(gestures.admit(nonce(), READER, Trigger.AUTOMATIC, TestSite.NOW.plusSeconds(1)));
    }

    @Test
    @Spec("TAP-8-12")
    void theLastThousandNoncesAreRemembered() {
        Bytes first = nonce();
        gestures.admit(first, READER, Trigger.LIST, TestSite.NOW);
        for (int i = 0; i < 1_023; i++) {
            gestures.admit(nonce(), READER, Trigger.LIST, TestSite.NOW);
        }

        assertFalse(gestures.admit(first, READER, Trigger.LIST, TestSite.NOW));
    }

    private Bytes nonce() {
        return random.octets(16);
    }
}
