package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a caller can do wrong, and what a handshake does with the keys that it is given. */
class HandshakeMisuseTest {
    private static final CryptoSuite SUITE = NoiseSuites.of(Suite.X25519);

    private final DhKeyPair mine = SUITE.generateDhKeyPair();
    private final DhKeyPair theirs = SUITE.generateDhKeyPair();

    @Test
    void aCallOutOfTurnChangesNothing() {
        Pairs pair = Pairs.of("XX", SUITE);
        assertThrows(IllegalStateException.class, () -> pair.initiator().readMessage(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> pair.responder().writeMessage(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> pair.initiator().split());
        assertThrows(IllegalStateException.class, () -> pair.initiator().handshakeHash());
        assertThrows(IllegalStateException.class, () -> pair.initiator().export(Bytes.utf8("x"), 32));
        assertTrue(pair.complete().responder().isComplete());
    }

    @Test
    void aPayloadThatDoesNotFitChangesNothing() {
        Pairs pair = Pairs.of("KXpsk0", SUITE);
        Bytes tooLarge = Bytes.copyOf(new byte[Transport.MAX_MESSAGE_SIZE - 32 - 16 + 1]);
        assertThrows(IllegalArgumentException.class, () -> pair.initiator().writeMessage(tooLarge));
        assertEquals(
                Transport.MAX_MESSAGE_SIZE,
                pair.initiator()
                        .writeMessage(tooLarge.slice(1, tooLarge.size()))
                        .size());
    }

    @Test
    void aCompleteHandshakeTakesNoMoreMessagesAndSplitsOnce() {
        Pairs pair = Pairs.of("NN", SUITE).complete();
        assertThrows(IllegalStateException.class, () -> pair.initiator().writeMessage(Bytes.EMPTY));
        assertThrows(IllegalStateException.class, () -> pair.responder().readMessage(Bytes.EMPTY));
        assertTrue(pair.initiator().split().canWrite());
        assertThrows(IllegalStateException.class, () -> pair.initiator().split());
    }

    @Test
    void exportedKeysDependOnTheLabelAndAreTheSameOnBothSides() {
        Pairs pair = Pairs.of("KXpsk0", NoiseSuites.of(Suite.P256)).complete();
        SecretBytes ranging = pair.initiator().export(Bytes.utf8("ranging"), 48);
        assertEquals(ranging, pair.responder().export(Bytes.utf8("ranging"), 48));
        assertEquals(48, ranging.size());
        assertNotEquals(ranging, pair.responder().export(Bytes.utf8("rangin"), 48));
        pair.initiator().split();
        assertEquals(ranging, pair.initiator().export(Bytes.utf8("ranging"), 48));
        assertThrows(IllegalArgumentException.class, () -> pair.initiator().export(Bytes.of(1, 0, 1), 32));
        assertThrows(IllegalArgumentException.class, () -> pair.initiator().export(Bytes.utf8("x"), 255 * 32 + 1));
        pair.initiator().close();
        assertThrows(IllegalStateException.class, () -> pair.initiator().export(Bytes.utf8("ranging"), 48));
    }

    @Test
    void exactlyTheKeysOfThePatternAreDemanded() {
        assertRefused("XX as INITIATOR needs a local static key", builder("XX").ephemerals(SUITE::generateDhKeyPair));
        assertRefused("XX as INITIATOR needs an ephemeral key", builder("XX").localStatic(mine));
        assertRefused("NK as INITIATOR needs a remote static key", builder("NK").ephemerals(SUITE::generateDhKeyPair));
        assertRefused(
                "NN as INITIATOR has no use for a local static key",
                builder("NN").ephemerals(SUITE::generateDhKeyPair).localStatic(mine));
        assertRefused(
                "NN as INITIATOR has no use for a remote static key",
                builder("NN").ephemerals(SUITE::generateDhKeyPair).remoteStatic(theirs.publicKey()));
        assertRefused("NNpsk0 takes 1 pre-shared keys, not 0", builder("NNpsk0").ephemerals(SUITE::generateDhKeyPair));
        assertRefused(
                "a pre-shared key has 32 octets",
                builder("NNpsk0").ephemerals(SUITE::generateDhKeyPair).psk(SecretBytes.takeOwnership(new byte[31])));
    }

    @Test
    void keysOfAnotherCurveAreRefused() {
        DhKeyPair foreign = NoiseSuites.of(Suite.P256).generateDhKeyPair();
        assertRefused(
                "a key of P256 where 25519_AESGCM_SHA256 is to be used",
                builder("NK").ephemerals(SUITE::generateDhKeyPair).remoteStatic(foreign.publicKey()));
        assertRefused(
                "a key of P256 where 25519_AESGCM_SHA256 is to be used",
                builder("XX").ephemerals(SUITE::generateDhKeyPair).localStatic(foreign));
    }

    @Test
    void anEphemeralKeyThatWasGivenStaysTheCallers() {
        HandshakeState state = builder("NN").localEphemeral(mine).build();
        assertEquals(mine.publicKey().encoded(), state.writeMessage(Bytes.EMPTY));
        state.close();
        assertFalse(mine.privateKey().isDestroyed());
    }

    @Test
    void anEphemeralKeyThatWasDrawnIsDestroyedAtTheEnd() {
        List<DhKeyPair> drawn = new ArrayList<>();
        HandshakeState initiator = builder("NN").ephemerals(() -> draw(drawn)).build();
        HandshakeState responder = HandshakeState.builder("NN", SUITE.noise(), Role.RESPONDER)
                .ephemerals(() -> draw(drawn))
                .build();
        assertEquals(0, drawn.size());
        responder.readMessage(initiator.writeMessage(Bytes.EMPTY));
        initiator.readMessage(responder.writeMessage(Bytes.EMPTY));
        assertEquals(2, drawn.size());
        assertTrue(drawn.stream().allMatch(pair -> pair.privateKey().isDestroyed()));
    }

    @Test
    void aPreSharedKeyIsCopiedAndStaysTheCallers() {
        SecretBytes psk = SecretBytes.takeOwnership(new byte[32]);
        HandshakeState state = builder("NNpsk0").localEphemeral(mine).psk(psk).build();
        psk.destroy();
        assertEquals(48, state.writeMessage(Bytes.EMPTY).size());
    }

    @Test
    void aPreSharedKeyOfOneHandshakeIsDestroyedByIt() {
        SecretBytes used = SecretBytes.takeOwnership(new byte[32]);
        HandshakeState state =
                builder("NNpsk0").localEphemeral(mine).oneTimePsk(used).build();
        assertEquals(48, state.writeMessage(Bytes.EMPTY).size());
        assertTrue(used.isDestroyed());

        SecretBytes unused = SecretBytes.takeOwnership(new byte[32]);
        builder("NNpsk0").localEphemeral(mine).oneTimePsk(unused).build().close();
        assertTrue(unused.isDestroyed());

        SecretBytes refused = SecretBytes.takeOwnership(new byte[32]);
        assertThrows(
                IllegalArgumentException.class,
                () -> builder("NNpsk0").oneTimePsk(refused).build());
        assertTrue(refused.isDestroyed());
    }

    @Test
    void aDestroyedStaticKeyEndsTheHandshake() {
        HandshakeState state = HandshakeState.builder("IX", SUITE.noise(), Role.RESPONDER)
                .localStatic(mine)
                .ephemerals(SUITE::generateDhKeyPair)
                .build();
        HandshakeState peer = HandshakeState.builder("IX", SUITE.noise(), Role.INITIATOR)
                .localStatic(theirs)
                .ephemerals(SUITE::generateDhKeyPair)
                .build();
        state.readMessage(peer.writeMessage(Bytes.EMPTY));
        mine.destroy();
        assertThrows(IllegalStateException.class, () -> state.writeMessage(Bytes.EMPTY));
        assertFalse(state.isMyTurn());
    }

    @Test
    void theTextFormNamesProtocolRoleAndPhaseOnly() {
        assertEquals(
                "HandshakeState[NN, 25519_AESGCM_SHA256, INITIATOR, HANDSHAKE]",
                builder("NN").localEphemeral(mine).build().toString());
    }

    private static DhKeyPair draw(List<DhKeyPair> drawn) {
        DhKeyPair pair = SUITE.generateDhKeyPair();
        drawn.add(pair);
        return pair;
    }

    private static HandshakeBuilder builder(String pattern) {
        return HandshakeState.builder(pattern, SUITE.noise(), Role.INITIATOR);
    }

    private static void assertRefused(String message, HandshakeBuilder builder) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }
}
