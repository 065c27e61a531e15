package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.RecordingAead;
import io.lintel.protocol.testing.RecordingAead.Keep;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No AEAD key ever meets one nonce twice, on either side or between the sides, over a hundred thousand sessions: recycled
 * ephemerals, replayed openers, lost messages, processes that start again. There is no retransmission of equal octets either.
 */
class SealedOnceTest {
    @Test
    void noKeyAndNonceSealTwiceInAHundredThousandSessions() {
        new Street(Suite.X25519, 1).live(100_000);
    }

    @Test
    void noKeyAndNonceSealTwiceOnP256() {
        new Street(Suite.P256, 2).live(2_000);
    }

    /** Three doors and six phones that meet at random over bad channels. */
    private static final class Street {
        private static final int REMEMBERED = 16;

        private final Random random;
        private final List<ReaderDraft> doors;
        private final List<Reader> readers;
        private final List<TestPhone> phones;
        private final List<Bytes> openers = new ArrayList<>();
        private final Set<Bytes> ephemerals = new HashSet<>();
        private final int dhKeySize;
        private RecordingAead aead;
        private int sessions;
        private int replayed;
        private int answeredReplays;
        private int lost;
        private int coldTaps;
        private int fastTaps;
        private Instant now = TestSite.NOW;

        Street(Suite suite, long seed) {
            random = new Random(seed);
            dhKeySize = suite.dhKeySize();
            TestSite site = TestSite.of(suite, seed, this::recorded);
            doors = Stream.generate(site::reader).limit(2).collect(ArrayList::new, List::add, List::addAll);
            doors.add(site.reader().directory(List.of(site.phone().credential())));
            readers = new ArrayList<>(doors.stream().map(ReaderDraft::start).toList());
            phones = new ArrayList<>(Stream.generate(site::phone).limit(6).toList());
        }

        private CryptoSuite recorded(CryptoSuite suite) {
            Aead real = suite.aead();
            aead = new RecordingAead(real, Keep.PAIRS_ONLY);
            return suite.withAead(aead);
        }

        void live(int wanted) {
            while (sessions < wanted) {
                meet();
            }
            assertEquals(0, aead.repeated());
            assertTrue(aead.pairs() > 2 * sessions, () -> aead.pairs() + " pairs");
            assertTrue(ephemerals.size() < sessions / 3, () -> ephemerals.size() + " ephemerals");
            assertTrue(answeredReplays > sessions / 100, () -> answeredReplays + " of " + replayed + " replays");
            assertTrue(lost > sessions / 20, () -> lost + " lost messages");
            assertTrue(coldTaps > sessions / 100, () -> coldTaps + " cold taps");
            assertTrue(fastTaps > sessions / 4, () -> fastTaps + " fast taps");
        }

        private void meet() {
            sessions++;
            now = now.plusMillis(500);
            int door = random.nextInt(readers.size());
            int who = random.nextInt(phones.size());
            if (oneIn(200)) {
                readers.set(door, doors.get(door).start());
            }
            if (oneIn(100)) {
                phones.set(who, phones.get(who).restarted());
            }
            ReaderSession reader = readers.get(door).open(Transport.BLE_GATT, now);
            PhoneSession phone = phones.get(who).wallet().tap(Conversation.GESTURE, now);
            Optional<Bytes> replay = oneIn(10) && !openers.isEmpty()
                    ? Optional.of(openers.get(random.nextInt(openers.size())))
                    : Optional.empty();
            remember(reader.opener());
            Conversation tap = new Conversation(reader, phone, now, sent -> carry(sent, replay));
            tap.complete();
            count(tap, replay);
        }

        private List<Bytes> carry(Sent sent, Optional<Bytes> replay) {
            if (sent.kind() == Kind.OPENER && replay.isPresent()) {
                return List.of(replay.get());
            }
            if (oneIn(20)) {
                lost++;
                return List.of();
            }
            return oneIn(20) ? List.of(sent.message(), sent.message()) : List.of(sent.message());
        }

        private void remember(Bytes opener) {
            ephemerals.add(opener.slice(29, 29 + dhKeySize));
            openers.add(opener);
            if (openers.size() > REMEMBERED) {
                openers.remove(random.nextInt(REMEMBERED));
            }
        }

        private void count(Conversation tap, Optional<Bytes> replay) {
            if (replay.isPresent()) {
                replayed++;
                boolean answered = tap.sent().stream()
                        .anyMatch(sent ->
                                sent.from() == Side.PHONE && (sent.kind() == Kind.COLD || sent.kind() == Kind.FAST));
                answeredReplays += answered ? 1 : 0;
                assertEquals(List.of(), tap.decisions(), "an answer to another opener is worth nothing");
            }
            if (tap.result() instanceof TapResult.Granted granted) {
                coldTaps += granted.path() == TapPath.COLD ? 1 : 0;
                fastTaps += granted.path() == TapPath.FAST ? 1 : 0;
            }
        }

        private boolean oneIn(int n) {
            return random.nextInt(n) == 0;
        }
    }
}
