package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.HostileChannel;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Channel;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A reader and two phones, of which one is revoked, that tap again and again, cold and fast, through somebody who loses, alters,
 * repeats and forges what they say. Whatever he does: a channel has one decision at most, and that by a message which the phone
 * sent in this channel and which came as it was sent; the revoked phone is never let in; the phone believes no more than the
 * reader decided; and once he leaves them alone the next tap opens.
 */
class TapFuzzTest {
    private static final int MOST_TAPS = 6;
    private static final int LONGEST_WAIT_MILLIS = 6000;

    @FuzzTest
    void theReaderAndThePhoneAgree(FuzzedDataProvider data) {
        Suite suite = data.consumeBoolean() ? Suite.X25519 : Suite.P256;
        TestSite site = TestSite.of(suite, 1);
        TestPhone phone = site.phone();
        TestPhone revoked = site.phone();
        var door = site.reader().list(site.list(2, revoked.serial()));
        if (data.consumeBoolean()) {
            phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        }
        if (data.consumeBoolean()) {
            door = door.directory(List.of(phone.credential()));
        }
        Reader reader = door.start();
        HostileChannel hostile = new HostileChannel(data);
        for (int tap = 0; tap < MOST_TAPS && data.remainingBytes() > 0; tap++) {
            TestPhone tapping = data.consumeBoolean() ? revoked : phone;
            Witness witness = new Witness(hostile);
            Conversation channel = Conversation.between(reader, tapping, witness);
            while (channel.step()) {
                witness.check(channel);
                if (data.consumeProbabilityFloat() < 0.1) {
                    channel.pass(Duration.ofMillis(data.consumeInt(0, LONGEST_WAIT_MILLIS)));
                }
            }
            check(channel.complete(), tapping);
            witness.check(channel);
            assertFalse(tapping.serial() == revoked.serial() && channel.isGranted(), "a revoked phone was let in");
        }
        Conversation honest = Conversation.between(reader, phone).complete();
        check(honest, phone);
        assertTrue(honest.result() instanceof TapResult.Granted, () -> "left alone: " + honest.result());
    }

    private static void check(Conversation channel, TestPhone phone) {
        assertTrue(channel.decisions().size() <= 1, "one decision for a channel");
        channel.decisions().forEach(decision -> assertEquals(phone.serial(), decision.serial()));
        if (channel.hasResult() && channel.result() instanceof TapResult.Granted) {
            assertTrue(channel.isGranted(), "the phone believes in a grant that was none");
        }
    }

    /** Who sees what the phone says in one channel, and what of it the reader hears. */
    private static final class Witness implements Channel {
        private final HostileChannel hostile;
        private final Set<Bytes> said = new HashSet<>();
        private List<Bytes> heard = List.of();
        private int decisions;

        Witness(HostileChannel hostile) {
            this.hostile = hostile;
        }

        @Override
        public List<Bytes> carry(Sent sent) {
            List<Bytes> arriving = hostile.carry(sent);
            if (sent.from() == Side.PHONE) {
                said.add(sent.message());
                heard = arriving;
            } else {
                heard = List.of();
            }
            return arriving;
        }

        /** Holds a decision that was not there before the last message against what arrived. */
        void check(Conversation channel) {
            if (channel.decisions().size() > decisions) {
                assertTrue(heard.stream().anyMatch(said::contains), "a decision by what this phone did not say here");
            }
            decisions = channel.decisions().size();
        }
    }
}
