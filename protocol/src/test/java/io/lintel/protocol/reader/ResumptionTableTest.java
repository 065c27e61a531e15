package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.ForwardingHash;
import io.lintel.crypto.Hash;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ResumptionTable.Candidate;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResumptionTableTest {
    private static final int CAPACITY = 3;
    private static final Duration AGE = Duration.ofDays(1);
    private static final SecretBytes ZEROS = SecretBytes.copyOf(new byte[32]);

    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final CryptoSuite suite = site.suite();
    private final ResumptionTable table = new ResumptionTable(suite, CAPACITY);

    @Test
    void anAcceptedAttemptKillsItselfAndThoseBeforeIt() {
        SecretBytes secret = put(1);

        assertEquals(OptionalInt.of(1), accept(secret, 2));

        for (int attempt = 0; attempt <= 2; attempt++) {
            assertTrue(find(secret, attempt).isEmpty());
        }
        assertTrue(find(secret, 3).isPresent(), "its answer may be lost");
    }

    @Test
    void theLastStepLivesUntilTheCurrentOneIsUsed() {
        SecretBytes first = put(1);
        accept(first, 0);
        SecretBytes second = Ratchet.step(suite, first);
        assertTrue(find(first, 1).isPresent());
        int leaving = table.memory.last(kept(1));

        assertEquals(OptionalInt.of(2), accept(second, 0));

        assertTrue(find(first, 1).isEmpty());
        assertEquals(
                Ratchet.step(suite, second),
                table.memory.secret(leaving),
                "the next step is kept where the one before the last was");
        assertTrue(find(Ratchet.step(suite, second), 0).isPresent());
    }

    @Test
    void anAttemptOfTheLastStepDoesNotStepAgain() {
        SecretBytes first = put(1);
        accept(first, 0);
        int current = table.memory.current(kept(1));
        SecretBytes kept = table.memory.secret(current);

        assertEquals(OptionalInt.of(2), accept(first, 1));

        assertEquals(current, table.memory.current(kept(1)));
        assertEquals(kept, table.memory.secret(current));
    }

    @Test
    @Spec("TAP-5.2-16")
    void anAttemptThatWasFoundTwiceIsAcceptedOnce() {
        SecretBytes secret = put(1);
        Candidate one = find(secret, 0).orElseThrow();
        Candidate other = find(secret, 0).orElseThrow();

        assertEquals(OptionalInt.of(1), table.accept(one));
        assertEquals(OptionalInt.empty(), table.accept(other));
    }

    @Test
    void aCandidateDiesWithTheRatchetThatAColdTapReplaced() {
        Candidate found = find(put(1), 0).orElseThrow();
        put(1);

        assertEquals(OptionalInt.empty(), table.accept(found));
    }

    /** Even where nothing but its age tells the new one from the old. */
    @Test
    void aCandidateOfAReplacedRatchetIsNoneOfAnEqualOne() {
        SecretBytes secret = SecretBytes.copyOf(new byte[32]);
        Signed<Credential> credential = site.credential(suite.generateDhKeyPair(), draft -> draft.serial(1));
        table.put(credential, SecretBytes.copyOf(secret.copy()), TestSite.NOW);
        Candidate replaced = find(secret, 0).orElseThrow();
        table.put(credential, SecretBytes.copyOf(secret.copy()), TestSite.NOW);

        assertEquals(OptionalInt.empty(), table.accept(replaced));
        assertEquals(OptionalInt.of(1), accept(secret, 0));
    }

    /** The place is taken again at once, by the same phone or another. */
    @Test
    void aCandidateRemovesNothingThatCameInItsPlace() {
        Candidate replaced = find(put(1), 0).orElseThrow();
        SecretBytes next = put(1);
        table.remove(replaced);
        assertEquals(List.of(1L), serials());

        Candidate removed = find(next, 0).orElseThrow();
        table.remove(1);
        table.remove(removed);
        assertEquals(List.of(), serials());
        put(2);
        table.remove(removed);

        assertEquals(List.of(2L), serials());
        assertEquals(OptionalInt.empty(), table.accept(removed));
    }

    @Test
    void aRatchetIsFoundUntilItIsOfAge() {
        SecretBytes secret = put(1);
        long hint = Ratchet.hintNumber(suite, secret, 0);

        assertTrue(find(secret, 0).isPresent());
        assertTrue(table.find(hint, AGE, TestSite.NOW.plus(AGE)).isEmpty());
        assertTrue(table.find(hint, AGE, TestSite.NOW.minusNanos(1)).isEmpty(), "a clock that went back");
        assertEquals(OptionalInt.of(1), accept(secret, 0), "asking changed nothing");
    }

    @Test
    void repeatedColdTapsOfOneSerialEvictNobody() {
        SecretBytes other = put(2);
        for (int i = 0; i < 10 * CAPACITY; i++) {
            put(1);
        }

        assertTrue(find(other, 0).isPresent());
        assertEquals(2, table.size());
        assertEquals(2 * Ratchet.ATTEMPTS, table.byHint.size());
    }

    @Test
    @Spec({"TAP-5.2-14", "TAP-8-9"})
    void theLeastRecentlyUsedLeavesFirstAndIsErased() {
        SecretBytes first = put(1);
        put(2);
        put(3);
        int erased = table.memory.current(kept(2));
        accept(first, 0);

        put(4);

        assertEquals(List.of(3L, 1L, 4L), serials());
        assertEquals(ZEROS, table.memory.secret(erased));
    }

    /** As a map of the platform orders its entries by their last use, and with every step where nobody else's is. */
    @Property
    void leavesInTheOrderOfUse(@ForAll long seed) {
        Random random = new Random(seed);
        table.clear(); // an instance serves all tries
        Map<Long, SecretBytes> expected = new LinkedHashMap<>(16, 0.75f, true);
        for (int i = 0; i < 60; i++) {
            long serial = 1L + random.nextInt(5);
            SecretBytes known = expected.get(serial);
            if (known == null || random.nextInt(6) == 0) {
                expected.remove(serial);
                expected.put(serial, put(serial));
                if (expected.size() > CAPACITY) {
                    expected.remove(expected.keySet().iterator().next());
                }
            } else if (random.nextInt(4) == 0) {
                table.remove(serial);
                expected.remove(serial);
            } else {
                assertTrue(accept(known, 0).isPresent());
                expected.put(serial, Ratchet.step(suite, known));
            }
            assertEquals(List.copyOf(expected.keySet()), serials());
            expected.forEach(
                    (each, secret) -> assertEquals(secret, table.memory.secret(table.memory.current(kept(each)))));
        }
        table.clear();
        assertEquals(List.of(), serials());
        assertEquals(0, table.byHint.size());
    }

    /** Far beyond the places that a table begins with, and with places that were given back. */
    @Test
    void findsEveryoneWhileItGrows() {
        ResumptionTable large = new ResumptionTable(suite, 300);
        Map<Long, SecretBytes> expected = new LinkedHashMap<>();
        for (long serial = 1; serial <= 350; serial++) {
            if (serial % 10 == 0) {
                large.remove(serial - 7);
                expected.remove(serial - 7);
            }
            expected.put(serial, put(large, serial));
        }
        while (expected.size() > 300) {
            expected.remove(expected.keySet().iterator().next());
        }
        assertEquals(List.copyOf(expected.keySet()), serials(large));
        expected.forEach((serial, secret) -> {
            Candidate found = find(large, secret, 0).orElseThrow();
            assertEquals(serial, found.credential().value().serial());
            assertEquals(secret, found.secret());
            assertTrue(large.accept(found).isPresent());
            SecretBytes next = Ratchet.step(suite, secret);
            assertEquals(next, find(large, next, 3).orElseThrow().secret());
        });
    }

    @Test
    void aRemovedRatchetIsErasedAndFoundNoMore() {
        SecretBytes secret = put(1);
        accept(secret, 0);
        int current = table.memory.current(kept(1));
        int last = table.memory.last(kept(1));

        table.remove(1);

        for (int step : new int[] {current, last}) {
            assertEquals(ZEROS, table.memory.secret(step));
            for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
                assertEquals(0, table.memory.hint(step, attempt));
            }
        }
        assertEquals(0, table.byHint.size());
        assertFalse(secret.isDestroyed(), "what a test keeps is its own copy");
    }

    /** Whichever HMAC of a cold or a fast tap's fails: hints are those of live attempts, and the phone can go on. */
    @Test
    void aProviderThatFailsLeavesNothingHalfDone() {
        FailingHash hash = new FailingHash(suite.hash());
        ResumptionTable failing = new ResumptionTable(suite.withHash(hash), CAPACITY);
        for (int calls = 0; calls < Ratchet.ATTEMPTS; calls++) {
            hash.failAfter(calls);
            assertThrows(IllegalStateException.class, () -> put(failing, 1));
            assertEquals(0, failing.byHint.size());
            assertEquals(0, failing.size());
        }
        for (int calls = 0; calls < 1 + Ratchet.ATTEMPTS; calls++) {
            SecretBytes first = put(failing, 1);
            failing.accept(find(failing, first, 0).orElseThrow());
            SecretBytes second = Ratchet.step(suite, first);
            Candidate candidate = find(failing, second, 0).orElseThrow();
            hash.failAfter(calls);

            assertThrows(IllegalStateException.class, () -> failing.accept(candidate));

            assertEquals(Ratchet.ATTEMPTS - 1, failing.byHint.size(), "what is left of the current step");
            assertTrue(find(failing, second, 0).isEmpty(), "an attempt counts once");
            Candidate again = find(failing, second, 1).orElseThrow();
            assertTrue(failing.accept(again).isPresent());
            assertTrue(find(failing, Ratchet.step(suite, second), 0).isPresent());
        }
    }

    private static final class FailingHash extends ForwardingHash {
        private int left = Integer.MAX_VALUE;

        FailingHash(Hash real) {
            super(real);
        }

        void failAfter(int calls) {
            left = calls;
        }

        @Override
        public byte[] hmac(SecretBytes key, byte[]... parts) {
            if (left-- == 0) {
                left = Integer.MAX_VALUE;
                throw new IllegalStateException("fails as asked");
            }
            return super.hmac(key, parts);
        }
    }

    @Property
    @Spec({"TAP-5.2-3", "TAP-8-10"})
    void hintsAreAlwaysThoseOfLiveAttempts(@ForAll long seed) {
        Random random = new Random(seed);
        List<SecretBytes> steps = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (steps.isEmpty() || random.nextInt(3) == 0) {
                steps.add(put(1 + random.nextInt(5)));
            } else {
                SecretBytes step = steps.get(random.nextInt(steps.size()));
                if (accept(step, random.nextInt(Ratchet.ATTEMPTS)).isPresent()) {
                    steps.add(Ratchet.step(suite, step));
                }
            }
            int live = table.oldestFirst().stream()
                    .mapToInt(kept -> live(table.memory.current(kept))
                            + (table.memory.last(kept) == RatchetMemory.NONE ? 0 : live(table.memory.last(kept))))
                    .sum();
            assertEquals(live, table.byHint.size());
            assertTrue(table.size() <= CAPACITY);
        }
    }

    /** Looks without marking as used. */
    private int kept(long serial) {
        return table.oldestFirst().stream()
                .filter(kept -> serial(table, kept) == serial)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> serials() {
        return serials(table);
    }

    private static List<Long> serials(ResumptionTable of) {
        return of.oldestFirst().stream().map(place -> serial(of, place)).toList();
    }

    private static long serial(ResumptionTable of, int place) {
        return of.credential(place).value().serial();
    }

    private int live(int step) {
        return Ratchet.ATTEMPTS - table.memory.floor(step);
    }

    /** Puts a new ratchet and returns a copy of its first secret. */
    private SecretBytes put(long serial) {
        return put(table, serial);
    }

    private SecretBytes put(ResumptionTable into, long serial) {
        Bytes secret = site.random().octets(32);
        Signed<Credential> credential = site.credential(suite.generateDhKeyPair(), draft -> draft.serial(serial));
        into.put(credential, SecretBytes.copyOf(secret.toByteArray()), TestSite.NOW);
        return SecretBytes.copyOf(secret.toByteArray());
    }

    private Optional<Candidate> find(SecretBytes secret, int attempt) {
        return find(table, secret, attempt);
    }

    private Optional<Candidate> find(ResumptionTable in, SecretBytes secret, int attempt) {
        return in.find(
                Ratchet.hintNumber(suite, secret, attempt),
                AGE,
                TestSite.NOW.plus(AGE).minusNanos(1));
    }

    private OptionalInt accept(SecretBytes secret, int attempt) {
        Optional<Candidate> found = find(secret, attempt);
        return found.isEmpty() ? OptionalInt.empty() : table.accept(found.get());
    }
}
