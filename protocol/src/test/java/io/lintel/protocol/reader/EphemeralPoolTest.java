package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.EphemeralPool.Ephemeral;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EphemeralPoolTest {
    private static final Instant NOW = TestSite.NOW;
    private static final Duration HOUR = Duration.ofHours(1);

    private final CryptoSuite suite = TestSite.of(Suite.X25519, 1).suite();
    private final List<DhKeyPair> made = new ArrayList<>();
    private final EphemeralPool pool = new EphemeralPool(this::make, 2, HOUR);

    @Test
    @Spec({"TAP-6.1-32", "TAP-4.2-9"})
    void anUnusedKeyIsServedAgain() {
        Ephemeral first = pool.lease(NOW);
        pool.giveBack(first, NOW);

        assertSame(first, pool.lease(NOW));
        assertEquals(1, made.size());
    }

    @Test
    void aLeasedKeyIsNotServedToAnotherChannel() {
        assertNotSame(pool.lease(NOW), pool.lease(NOW));
    }

    @Test
    void aKeyThatDoesNotFitIsErased() {
        List<Ephemeral> leased = List.of(pool.lease(NOW), pool.lease(NOW), pool.lease(NOW));
        leased.forEach(ephemeral -> pool.giveBack(ephemeral, NOW));

        assertEquals(2, pool.ready.size());
        assertEquals(1, made.stream().filter(EphemeralPoolTest::isErased).count());
    }

    @Test
    @Spec("TAP-8-7")
    void aKeyIsErasedAfterAnHourWhereverItIs() {
        Ephemeral leased = pool.lease(NOW);
        pool.refillOne(NOW);

        assertFalse(pool.refillOne(NOW.plus(HOUR)), "the one in the pool was erased, and another made");
        pool.giveBack(leased, NOW.plus(HOUR));

        assertTrue(isErased(made.get(0)) && isErased(made.get(1)));
        assertFalse(isErased(made.get(2)));
    }

    @Test
    void anOldKeyIsNotLeased() {
        pool.refillOne(NOW);

        Ephemeral fresh = pool.lease(NOW.plus(HOUR));

        assertTrue(isErased(made.get(0)));
        assertSame(made.get(1), fresh.keys());
    }

    @Test
    @Spec("TAP-8-17")
    void aKeyFromTheFutureIsErased() {
        pool.refillOne(NOW);

        pool.lease(NOW.minusMillis(1));

        assertTrue(isErased(made.get(0)), "a clock that went back cannot tell the age of a key");
    }

    @Test
    void refillingMakesOneKeyAtATimeUntilThePoolIsFull() {
        assertFalse(pool.refillOne(NOW));
        assertFalse(pool.refillOne(NOW));
        assertTrue(pool.refillOne(NOW));
        assertEquals(2, made.size());
    }

    @Test
    void aFastTapCostsNoKeyAndAColdOneErasesIts() {
        TestSite site = TestSite.of(Suite.X25519, 1);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();

        Conversation cold = Conversation.between(reader, phone);
        DhKeyPair used = keysOf(cold);
        cold.intercept(Kind.ANSWER);
        assertTrue(isErased(used));

        Conversation.tap(reader, phone);
        Conversation fast = Conversation.between(reader, phone);
        DhKeyPair unused = keysOf(fast);
        assertEquals(new Granted(TapPath.FAST), fast.complete().result());
        assertFalse(isErased(unused));
        assertSame(unused, keysOf(Conversation.between(reader, phone)));
    }

    private static DhKeyPair keysOf(Conversation tap) {
        return ((AwaitingPhone) tap.reader().state()).opening().ephemeral.keys();
    }

    private DhKeyPair make() {
        DhKeyPair pair = suite.generateDhKeyPair();
        made.add(pair);
        return pair;
    }

    private static boolean isErased(DhKeyPair pair) {
        return pair.privateKey().isDestroyed();
    }
}
