package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CourierBagTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final SigningKeyPair readers = site.suite().generateSigningKeyPair();

    private Signed<Receipt> receipt(int reader, long epoch, long number) {
        byte[] key = new byte[32];
        key[0] = (byte) reader;
        return site.signer()
                .sign(
                        readers.privateKey(),
                        new Receipt(
                                site.project(),
                                Bytes.copyOf(key),
                                Optional.of(Receipt.ListInForce.of(site.list(epoch))),
                                0,
                                Optional.of(TestSite.NOW),
                                number));
    }

    @Test
    @Spec("LIST-6.4-1")
    void newestReceiptOfEachReaderStaysAndTheOldestOfTooManyLeaves() {
        CourierBag bag = CourierBag.EMPTY;
        for (int reader = 0; reader < CourierBag.MAX_RECEIPTS + 3; reader++) {
            bag = bag.withReceipt(receipt(reader, 3, 1), TestSite.NOW);
        }
        assertEquals(CourierBag.MAX_RECEIPTS, bag.undelivered().size());
        assertEquals(receipt(3, 3, 1).bytes(), bag.undelivered().get(0));

        Signed<Receipt> later = receipt(5, 4, 2);
        CourierBag known = bag.withReceipt(later, TestSite.NOW);
        assertEquals(CourierBag.MAX_RECEIPTS, known.undelivered().size());
        assertTrue(known.undelivered().contains(later.bytes()));
        assertEquals(known, known.withReceipt(receipt(5, 3, 1), TestSite.NOW), "an older one changes nothing");
    }

    @Test
    @Spec("LIST-6.4-2")
    void deliveredReceiptIsNotTakenAgainForADay() {
        Signed<Receipt> given = receipt(1, 3, 1);
        Bytes reader = given.value().readerKey();
        CourierBag bag = CourierBag.EMPTY.withReceipt(given, TestSite.NOW).delivered(List.of(given.bytes()));
        assertEquals(List.of(), bag.undelivered());
        assertFalse(bag.lacksReceipt(reader, 3, TestSite.NOW));
        assertTrue(bag.lacksReceipt(reader, 4, TestSite.NOW), "the reader has a newer list");
        assertTrue(bag.lacksReceipt(reader, 3, TestSite.NOW.plus(CourierBag.RECEIPT_AGE)));
        assertTrue(bag.lacksReceipt(reader, 3, TestSite.NOW.minusSeconds(1)), "a clock that went back knows nothing");
        assertTrue(bag.lacksReceipt(receipt(2, 3, 1).value().readerKey(), 3, TestSite.NOW));
    }

    @Property(tries = 50)
    void deltaFromAnyListThatThePhoneHadGivesTheNewest(
            @ForAll @Size(min = 2, max = 8) List<@Size(max = 40) List<@LongRange(min = 1, max = 400) Long>> sets,
            @ForAll @IntRange(min = 0, max = 30) int rising) {
        List<Signed<RevocationList>> lists = new ArrayList<>();
        CourierBag bag = CourierBag.EMPTY;
        for (List<Long> set : sets) {
            long base = 1 + (long) rising * lists.size();
            Signed<RevocationList> next =
                    site.list(lists.size() + 1L, base, SerialSet.of(set).from(base));
            if (!lists.isEmpty()) {
                bag = bag.moved(lists.get(lists.size() - 1), next);
            }
            lists.add(next);
        }
        Signed<RevocationList> newest = lists.get(lists.size() - 1);
        int first = Math.max(0, lists.size() - 1 - CourierBag.MAX_DELTAS);
        for (Signed<RevocationList> earlier : lists.subList(first, lists.size() - 1)) {
            ListDelta delta = bag.delta(earlier.value().listEpoch(), newest).orElseThrow();
            assertEquals(ListDelta.between(earlier, newest), delta);
            assertEquals(newest.bytes(), delta.applyTo(earlier));
        }
    }

    @Test
    void fallingBaseSerialLeavesOnlyTheDeltaFromTheListBefore() {
        Signed<RevocationList> one = site.list(1, 50, SerialSet.of(60));
        Signed<RevocationList> two = site.list(2, 50, SerialSet.of(60, 61));
        Signed<RevocationList> three = site.list(3, 10, SerialSet.of(20));
        CourierBag bag = CourierBag.EMPTY.moved(one, two).moved(two, three);
        assertEquals(Optional.empty(), bag.delta(1, three));
        assertEquals(three.bytes(), bag.delta(2, three).orElseThrow().applyTo(two));
    }

    @Test
    void bagComesBackFromTheStoreAndADamagedOneIsNone() {
        Signed<RevocationList> old = site.list(1, 4);
        Signed<RevocationList> newest = site.list(2, 4, 5);
        Signed<Receipt> given = receipt(1, 3, 1);
        CourierBag bag = CourierBag.EMPTY
                .moved(old, newest)
                .withHead(site.sign(ChunkTable.head(newest)))
                .withReceipt(given, Instant.ofEpochSecond(1_790_000_000L))
                .withReceipt(receipt(2, 3, 9), TestSite.NOW)
                .delivered(List.of(given.bytes()));
        assertEquals(Optional.of(bag), CourierBag.decode(bag.encode()));
        assertEquals(Optional.empty(), CourierBag.decode(Bytes.of(0xff, 0xff)));
        assertFalse(bag.toString().contains(given.bytes().toHex()));
    }
}
