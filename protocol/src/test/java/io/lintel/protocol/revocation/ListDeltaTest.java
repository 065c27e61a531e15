package io.lintel.protocol.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.ProtocolException;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ListDeltaTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);

    @Property(tries = 100)
    @Spec({"LIST-2-2", "LIST-2-3", "LIST-2-4"})
    void earlierListAndDeltaGiveTheLaterList(
            @ForAll Set<@LongRange(min = 1, max = 400) Long> before,
            @ForAll Set<@LongRange(min = 1, max = 400) Long> after,
            @ForAll @LongRange(min = 1, max = 300) long base) {
        Signed<RevocationList> earlier = site.list(3, 1, SerialSet.of(before));
        Signed<RevocationList> later = site.list(4, base, SerialSet.of(after).from(base));
        ListDelta delta = ListDelta.between(earlier, later);
        assertEquals(delta, ListDelta.parse(delta.bytes()));
        assertEquals(later.bytes(), delta.applyTo(earlier));
        assertEquals(later, site.trust().verifyList(delta.applyTo(earlier), TestSite.NOW));
    }

    @Test
    void tenOfAMillionTakeNoMoreThan40Octets() {
        Random random = new Random(7);
        Set<Long> before = new TreeSet<>();
        while (before.size() < 10_000) {
            before.add(1L + random.nextInt(1_000_000));
        }
        Set<Long> after = new TreeSet<>(before);
        while (after.size() < 10_010) {
            after.add(1L + random.nextInt(1_000_000));
        }
        Signed<RevocationList> earlier = site.list(3, 1, SerialSet.of(before));
        Signed<RevocationList> later = site.list(4, 1, SerialSet.of(after));
        ListDelta delta = ListDelta.between(earlier, later);
        int serials = delta.added().octets().size() + delta.removed().octets().size();
        assertTrue(serials <= 40, serials + " octets");
        assertEquals(later.bytes(), delta.applyTo(earlier));
    }

    @Test
    @Spec("LIST-2-7")
    void otherListIsNoBase() {
        ListDelta delta = ListDelta.between(site.list(1, 7), site.list(2, 7, 8));
        assertEquals(
                ListDeltaException.Code.OTHER_BASE,
                assertThrows(ListDeltaException.class, () -> delta.applyTo(site.list(1, 6)))
                        .code());
    }

    /** Whatever octet is changed, it is no list of the project that comes out. */
    @Property(tries = 300)
    @Spec({"LIST-2-1", "LIST-2-5"})
    void changedDeltaGivesNothing(
            @ForAll @IntRange(max = 1 << 12) int where, @ForAll @IntRange(min = 1, max = 255) int by) {
        Signed<RevocationList> earlier = site.list(1, 7, 9, 1000);
        ListDelta delta = ListDelta.between(earlier, site.list(2, 8, 9, 1001));
        byte[] octets = delta.bytes().toByteArray();
        octets[where % octets.length] ^= (byte) by;
        assertThrows(
                ProtocolException.class,
                () -> site.trust()
                        .verifyList(ListDelta.parse(Bytes.copyOf(octets)).applyTo(earlier), TestSite.NOW));
    }

    @Test
    void listThatDiffersByMuchHasNoDelta() {
        Random random = new Random(7);
        long[] many = random.longs(20_000, 1, SerialSet.MAX_SERIAL).toArray();
        Signed<RevocationList> later = site.list(2, many);
        assertThrows(IllegalArgumentException.class, () -> ListDelta.between(site.list(1), later));
    }
}
