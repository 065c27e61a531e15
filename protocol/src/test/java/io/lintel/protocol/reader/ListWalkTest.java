package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderMemory.Slot;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.testing.ForwardingMemory;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Readers among publications, restarts, damage and mischief: which lists they ever enforce, and which in the end. */
class ListWalkTest {
    private static final int STEPS = 30;
    private static final int SERIALS = 40;
    private static final int FORGETFUL_READERS = 100;

    /** All that happens to one reader. */
    private enum Happening {
        SNAPSHOT,
        DELTA,
        FORGED,
        RESTART,
        ARTEFACT,
        DAMAGED_SLOT
    }

    /** A wrong memory: slots without notes. */
    private static final class Forgetful extends ForwardingMemory {
        @Override
        public void keepNotes(ReaderNotes notes) {
            // Forgotten.
        }
    }

    /** A site that publishes: every list that it ever signed, by epoch from 1 on. */
    private static final class Publisher {
        final TestSite site = TestSite.of(Suite.X25519, 64);
        final List<Signed<RevocationList>> lists = new ArrayList<>();
        private final Random random;
        private final TreeSet<Long> revoked = new TreeSet<>();
        private long base = 1;

        Publisher(Random random) {
            this.random = random;
            publish();
        }

        /** Revokes, restores, and raises the base now and then. */
        void publish() {
            for (int change = random.nextInt(4); change > 0; change--) {
                long serial = base + random.nextInt(SERIALS);
                if (!revoked.remove(serial)) {
                    revoked.add(serial);
                }
            }
            if (random.nextInt(6) == 0) {
                base += random.nextInt(5);
                revoked.headSet(base).clear();
            }
            lists.add(site.list(lists.size() + 1L, base, SerialSet.of(revoked)));
        }

        Signed<RevocationList> newest() {
            return lists.get(lists.size() - 1);
        }

        Signed<RevocationList> any() {
            return lists.get(random.nextInt(lists.size()));
        }
    }

    @Property(tries = 150)
    void noReaderEverEnforcesAnOlderListThanBefore(@ForAll long seed) {
        ReaderMemory memory = ReaderMemory.inMemory();

        assertEquals(highestOfAWalk(new Random(seed), memory), memory.notes().listEpoch());
    }

    @Test
    void theWalkFindsAReaderThatForgetsWhichListItHad() {
        assertThrows(AssertionError.class, () -> {
            for (long seed = 0; seed < FORGETFUL_READERS; seed++) {
                highestOfAWalk(new Random(seed), new Forgetful());
            }
        });
    }

    /** Returns the highest epoch that was in force on the way. */
    private static long highestOfAWalk(Random random, ReaderMemory memory) {
        Publisher publisher = new Publisher(random);
        ReaderDraft door = publisher.site.reader().memory(memory).withoutList();
        Reader reader = door.start();
        long highest = 0;
        for (int step = 0; step < STEPS; step++) {
            publisher.publish();
            Happening happening = pick(random);
            switch (happening) {
                case SNAPSHOT -> reader.install(publisher.any().bytes(), TestSite.NOW);
                case DELTA -> deliverDelta(reader, publisher);
                case FORGED -> deliverForged(reader, publisher, random);
                case RESTART -> reader = door.start();
                case ARTEFACT -> reader = door.list(publisher.any()).start();
                case DAMAGED_SLOT -> {
                    memory.keepList(random.nextBoolean() ? Slot.FIRST : Slot.SECOND, Bytes.of(random.nextInt(256)));
                    reader = door.start();
                }
            }
            long epoch = epoch(reader);
            long before = highest;
            assertTrue(epoch == 0 || epoch >= before, () -> happening + ": list " + epoch + " after " + before);
            highest = Math.max(highest, epoch);
        }
        return highest;
    }

    @Property(tries = 150)
    void aWalkOfSnapshotsAndDeltasEndsAtTheManagersSet(@ForAll long seed) {
        Random random = new Random(seed);
        Publisher publisher = new Publisher(random);
        List<Reader> readers = List.of(start(publisher), start(publisher), start(publisher));
        for (int step = 0; step < STEPS; step++) {
            publisher.publish();
            for (Reader reader : readers) {
                switch (random.nextInt(3)) {
                    case 0 -> deliverDelta(reader, publisher);
                    case 1 -> reader.install(publisher.any().bytes(), TestSite.NOW);
                    default -> {
                        // This reader hears nothing of it.
                    }
                }
            }
        }
        for (Reader reader : readers) {
            long before = epoch(reader);
            boolean told = deliverDelta(reader, publisher);

            assertEquals(before < publisher.newest().value().listEpoch(), told);
            assertEquals(publisher.newest(), reader.listInForce().orElseThrow());
            assertEquals(publisher.revoked, revoked(reader, publisher.base));
        }
    }

    private static Reader start(Publisher publisher) {
        return publisher.site.reader().list(publisher.lists.get(0)).start();
    }

    /** Brings the newest list as its difference from the one in force; whole where there is none, or it is the same. */
    private static boolean deliverDelta(Reader reader, Publisher publisher) {
        Signed<RevocationList> newest = publisher.newest();
        Bytes list = reader.listInForce()
                .filter(held -> !held.equals(newest))
                .map(held -> throughTheWire(held, newest))
                .orElse(newest.bytes());
        return reader.install(list, TestSite.NOW);
    }

    private static Bytes throughTheWire(Signed<RevocationList> held, Signed<RevocationList> newest) {
        ListDelta delta = ListDelta.parse(ListDelta.between(held, newest).bytes());
        assertThrows(ListDeltaException.class, () -> delta.applyTo(newest));
        return delta.applyTo(held);
    }

    private static void deliverForged(Reader reader, Publisher publisher, Random random) {
        byte[] octets = publisher.newest().bytes().toByteArray();
        octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        assertThrows(StatementException.class, () -> reader.install(Bytes.copyOf(octets), TestSite.NOW));
    }

    /** The serials that the reader denies, of those that the manager might name. */
    private static Set<Long> revoked(Reader reader, long base) {
        RevocationList list = reader.listInForce().orElseThrow().value();
        TreeSet<Long> denied = new TreeSet<>();
        for (long serial = base; serial < base + 2 * SERIALS; serial++) {
            if (list.revokes(serial)) {
                denied.add(serial);
            }
        }
        return denied;
    }

    private static Happening pick(Random random) {
        Happening[] all = Happening.values();
        return all[random.nextInt(all.length)];
    }

    private static long epoch(Reader reader) {
        return reader.listInForce().map(list -> list.value().listEpoch()).orElse(0L);
    }
}
