package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Resumption.Step;
import io.lintel.protocol.reader.ResumptionTable.Candidate;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.testing.Spec;
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
        Step leaving = kept(1).last();

        assertEquals(OptionalInt.of(2), accept(second, 0));

        assertTrue(find(first, 1).isEmpty());
        assertEquals(
                Ratchet.step(suite, second),
                leaving.secret(),
                "the next step is kept where the one before the last was");
        assertTrue(find(Ratchet.step(suite, second), 0).isPresent());
    }

    @Test
    void anAttemptOfTheLastStepDoesNotStepAgain() {
        SecretBytes first = put(1);
        accept(first, 0);
        Step current = kept(1).current();

        assertEquals(OptionalInt.of(2), accept(first, 1));

        assertEquals(current, kept(1).current());
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
        Step erased = kept(2).current();
        accept(first, 0);

        put(4);

        assertEquals(List.of(3L, 1L, 4L), serials());
        assertEquals(ZEROS, erased.secret());
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
                    (each, secret) -> assertEquals(secret, kept(each).current().secret()));
        }
        table.clear();
        assertEquals(List.of(), serials());
        assertEquals(0, table.byHint.size());
    }

    /** Far beyond the places that a table begins with, and with places that were given back. */
    @Test
    void findsEveryoneWhileItGrows() {
        ResumptionTable large = new ResumptionTable(suite, 60);
        Map<Long, SecretBytes> expected = new LinkedHashMap<>();
        for (long serial = 1; serial <= 80; serial++) {
            if (serial % 10 == 0) {
                large.remove(serial - 7);
                expected.remove(serial - 7);
            }
            expected.put(serial, put(large, serial));
        }
        while (expected.size() > 60) {
            expected.remove(expected.keySet().iterator().next());
        }
        assertEquals(
                List.copyOf(expected.keySet()),
                large.oldestFirst().stream().map(Resumption::serial).toList());
        expected.forEach((serial, secret) -> {
            Candidate found = large.find(Ratchet.hintNumber(suite, secret, 0)).orElseThrow();
            assertEquals(serial, found.credential().value().serial());
            assertTrue(large.accept(found).isPresent());
        });
    }

    @Test
    void aRemovedRatchetIsErasedAndFoundNoMore() {
        SecretBytes secret = put(1);
        accept(secret, 0);
        Resumption kept = kept(1);

        table.remove(1);

        assertEquals(ZEROS, kept.current().secret());
        assertEquals(ZEROS, kept.last().secret());
        assertEquals(0, table.byHint.size());
        assertFalse(secret.isDestroyed(), "what a test keeps is its own copy");
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
                    .mapToInt(kept -> live(kept.current()) + (kept.last() == null ? 0 : live(kept.last())))
                    .sum();
            assertEquals(live, table.byHint.size());
            assertTrue(table.size() <= CAPACITY);
        }
    }

    /** Looks without marking as used. */
    private Resumption kept(long serial) {
        return table.oldestFirst().stream()
                .filter(kept -> kept.serial() == serial)
                .findFirst()
                .orElseThrow();
    }

    private List<Long> serials() {
        return table.oldestFirst().stream().map(Resumption::serial).toList();
    }

    private static int live(Step step) {
        return Ratchet.ATTEMPTS - step.floor;
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
        return table.find(Ratchet.hintNumber(suite, secret, attempt));
    }

    private OptionalInt accept(SecretBytes secret, int attempt) {
        Optional<Candidate> found = find(secret, attempt);
        return found.isEmpty() ? OptionalInt.empty() : table.accept(found.get());
    }
}
