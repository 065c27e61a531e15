package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.RecordedManager;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A reader and its manager, and connections between them that a test can break. */
final class LinkScene implements ConfigurationKeeper {
    final TestSite site;
    final ReaderDraft door;
    final RecordedManager manager;
    final EventSpool spool;
    final Reader reader;
    final LinkedReader linked;
    final List<ReaderArtefact> taken = new ArrayList<>();
    final MomentarilyFullMemory memory = new MomentarilyFullMemory();
    Instant now = TestSite.NOW;
    private long serials;

    LinkScene(Suite suite, long seed) {
        this(suite, seed, 1000);
    }

    LinkScene(Suite suite, long seed, int spoolSize) {
        site = TestSite.of(suite, seed);
        door = site.reader().withoutList().memory(memory).revision(1);
        manager = new RecordedManager(site, door);
        spool = EventSpool.inMemory(spoolSize, () -> site.random().octets(EventBatch.SERIES_SIZE_BYTES));
        reader = door.start();
        linked = linked(manager.keys.publicKey());
    }

    LinkedReader linked(DhPublicKey managerKey) {
        return new LinkedReader(reader, door.identity(), site.suite(), managerKey, spool, this, "test 1");
    }

    DoorEvent event() {
        DoorEvent event = new DoorEvent(
                now,
                ++serials,
                Optional.empty(),
                TapPath.FAST,
                Transport.BLE_GATT,
                Intent.of(Trigger.LIST),
                Duration.ofMillis(80));
        spool.add(event);
        return event;
    }

    @Override
    public long revision() {
        return taken.isEmpty() ? 1 : taken.get(taken.size() - 1).revision();
    }

    @Override
    public void take(SecretBytes artefact) {
        memory.requireRoom();
        taken.add(ReaderArtefact.open(artefact, suite -> site.suite()));
    }

    Connection connect() {
        return new Connection(linked);
    }

    /** One connection, whose messages are carried in order until it is broken. */
    final class Connection {
        final ReaderLink atReader;
        final ManagerLink atManager;
        final List<Bytes> fromReader = new ArrayList<>();
        final List<Bytes> fromManager = new ArrayList<>();
        Optional<LinkEnd> readersEnd = Optional.empty();
        Optional<LinkEnd> managersEnd = Optional.empty();
        private final Deque<Bytes> toManager = new ArrayDeque<>();
        private final Deque<Bytes> toReader = new ArrayDeque<>();

        Connection(LinkedReader side) {
            atReader = side.open(now);
            atManager = new ManagerLink(manager, now);
            toManager.add(atReader.hello());
        }

        /** Carries messages until nobody has anything to say, or so many were carried. */
        int carry(int most) {
            int carried = 0;
            while (carried < most && !(toManager.isEmpty() && toReader.isEmpty())) {
                if (!toManager.isEmpty()) {
                    Bytes message = toManager.removeFirst();
                    fromReader.add(message);
                    ofManager(atManager.receive(message, now));
                } else {
                    Bytes message = toReader.removeFirst();
                    fromManager.add(message);
                    ofReader(atReader.receive(message, now));
                }
                carried++;
            }
            return carried;
        }

        Connection carryAll() {
            carry(Integer.MAX_VALUE);
            return this;
        }

        Bytes nextToManager() {
            return toManager.getFirst();
        }

        Bytes nextToReader() {
            return toReader.getFirst();
        }

        void breakOff() {
            ofReader(atReader.disconnected());
            ofManager(atManager.disconnected());
            toManager.clear();
            toReader.clear();
        }

        void ofReader(LinkStep step) {
            toManager.addAll(step.messages());
            step.end().ifPresent(end -> readersEnd = Optional.of(end));
        }

        void ofManager(LinkStep step) {
            toReader.addAll(step.messages());
            step.end().ifPresent(end -> managersEnd = Optional.of(end));
        }
    }
}
