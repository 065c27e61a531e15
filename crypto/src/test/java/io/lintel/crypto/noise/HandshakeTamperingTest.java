package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.Flip;
import io.lintel.crypto.Suite;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an attacker on the line can do to the messages of the tap's pattern. */
class HandshakeTamperingTest {
    @Property(tries = 200)
    void payloadsArriveAsSent(
            @ForAll Suite suite, @ForAll @Size(max = 300) byte[] first, @ForAll @Size(max = 300) byte[] second) {
        Pairs pair = Pairs.of("KXpsk0", NoiseSuites.of(suite));
        Bytes opener = pair.initiator().writeMessage(Bytes.copyOf(first));
        assertEquals(Bytes.copyOf(first), pair.responder().readMessage(opener));
        Bytes reply = pair.responder().writeMessage(Bytes.copyOf(second));
        assertEquals(Bytes.copyOf(second), pair.initiator().readMessage(reply));
        assertEquals(suite.dhKeySize() + 16 + first.length, opener.size());
        assertEquals(2 * suite.dhKeySize() + 32 + second.length, reply.size());
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedBitOfTheFirstMessageIsRefused(Suite suite) {
        Pairs sent = Pairs.of("KXpsk0", NoiseSuites.of(suite));
        int bits = sent.initiator().writeMessage(Bytes.utf8("opener")).size() * 8;
        for (int bit = 0; bit < bits; bit++) {
            Pairs pair = Pairs.of("KXpsk0", NoiseSuites.of(suite));
            Bytes flipped = Flip.bit(pair.initiator().writeMessage(Bytes.utf8("opener")), bit);
            assertRefusedForGood(pair.responder(), flipped);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFlippedBitOfTheSecondMessageIsRefused(Suite suite) {
        int bits = begun(suite).responder().writeMessage(Bytes.utf8("reply")).size() * 8;
        for (int bit = 0; bit < bits; bit++) {
            Pairs pair = begun(suite);
            Bytes flipped = Flip.bit(pair.responder().writeMessage(Bytes.utf8("reply")), bit);
            assertRefusedForGood(pair.initiator(), flipped);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationAndAnExtensionAreRefused(Suite suite) {
        int size = begun(suite).responder().writeMessage(Bytes.utf8("reply")).size();
        for (int cut = 0; cut < size; cut++) {
            Pairs pair = begun(suite);
            Bytes reply = pair.responder().writeMessage(Bytes.utf8("reply"));
            assertRefusedForGood(pair.initiator(), reply.slice(0, cut));
        }
        Pairs pair = begun(suite);
        Bytes reply = pair.responder().writeMessage(Bytes.utf8("reply"));
        assertRefusedForGood(pair.initiator(), Bytes.concat(reply, Bytes.of(0)));
    }

    @ParameterizedTest
    @EnumSource
    void aReplyToAnotherOpenerIsRefused(Suite suite) {
        Bytes recorded = begun(suite).responder().writeMessage(Bytes.utf8("reply"));
        assertRefusedForGood(begun(suite).initiator(), recorded);
    }

    @Test
    void aMessageLargerThanNoiseAllowsIsRefused() {
        Pairs pair = Pairs.of("NN", NoiseSuites.of(Suite.X25519));
        assertRefusedForGood(pair.responder(), Bytes.copyOf(new byte[Transport.MAX_MESSAGE_SIZE + 1]));
    }

    @Test
    void theLargestMessageIsTaken() {
        Pairs pair = Pairs.of("NN", NoiseSuites.of(Suite.X25519));
        Bytes largest = Bytes.copyOf(new byte[Transport.MAX_MESSAGE_SIZE - 32]);
        Bytes message = pair.initiator().writeMessage(largest);
        assertEquals(Transport.MAX_MESSAGE_SIZE, message.size());
        assertEquals(largest, pair.responder().readMessage(message));
    }

    private static Pairs begun(Suite suite) {
        Pairs pair = Pairs.of("KXpsk0", NoiseSuites.of(suite));
        pair.responder().readMessage(pair.initiator().writeMessage(Bytes.utf8("opener")));
        return pair;
    }

    private static void assertRefusedForGood(HandshakeState state, Bytes message) {
        assertThrows(CryptoException.class, () -> state.readMessage(message));
        assertThrows(IllegalStateException.class, () -> state.readMessage(message));
        assertThrows(IllegalStateException.class, () -> state.writeMessage(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, state::split);
        assertEquals(Optional.empty(), state.remoteStatic());
    }
}
