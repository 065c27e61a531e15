package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.HostileChannel;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.List;

/**
 * A reader and a phone that tap again and again, cold and fast, through somebody who loses, alters, repeats and forges what
 * they say. Whatever he does: a channel has one decision at most, the phone believes no more than the reader decided, and
 * once he leaves them alone the next tap opens.
 */
class TapFuzzTest {
    private static final int MOST_TAPS = 6;
    private static final int LONGEST_WAIT_MILLIS = 6000;

    @FuzzTest
    void theReaderAndThePhoneAgree(FuzzedDataProvider data) {
        Suite suite = data.consumeBoolean() ? Suite.X25519 : Suite.P256;
        TestSite site = TestSite.of(suite, 1);
        TestPhone phone = site.phone();
        var door = site.reader();
        if (data.consumeBoolean()) {
            phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        }
        if (data.consumeBoolean()) {
            door = door.directory(List.of(phone.credential()));
        }
        Reader reader = door.start();
        HostileChannel hostile = new HostileChannel(data);
        for (int tap = 0; tap < MOST_TAPS && data.remainingBytes() > 0; tap++) {
            Conversation channel = Conversation.between(reader, phone, hostile);
            while (channel.step()) {
                if (data.consumeProbabilityFloat() < 0.1) {
                    channel.pass(Duration.ofMillis(data.consumeInt(0, LONGEST_WAIT_MILLIS)));
                }
            }
            check(channel.complete(), phone);
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
}
