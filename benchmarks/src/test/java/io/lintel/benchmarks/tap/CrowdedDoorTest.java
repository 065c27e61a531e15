package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdedDoorTest {
    private static final int PHONES = 20;
    private static final int HINT = 8;

    /** A phone is known by its hint, which is at the head of its message behind the type, and never comes twice. */
    @ParameterizedTest
    @EnumSource
    void everyPhoneThatWasMetTapsFastAgainAndAgain(Suite suite) {
        SecureRandom random = new SecureRandom();
        CryptoSuite crypto = Primitives.select(random).suite(suite);
        CrowdedDoor crowded = new CrowdedDoor(crypto, PHONES, random);
        Set<Bytes> hints = new HashSet<>();

        for (int tap = 0; tap < 3 * PHONES; tap++) {
            Door door = crowded.turn();
            Bytes message = door.answer(door.open());
            hints.add(message.slice(0, 1 + HINT));
            door.finish(door.decide(message)); // throws unless granted, fast
        }

        assertEquals(3 * PHONES, hints.size());
    }
}
