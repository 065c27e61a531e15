package io.lintel.crypto.noise;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;

/**
 * Two sides that fit together, for any pattern.
 *
 * @param initiator has the first turn
 * @param responder has the second
 */
record Pairs(HandshakeState initiator, HandshakeState responder) {
    static final Bytes PROLOGUE = Bytes.utf8("prologue");

    static Pairs of(String pattern, CryptoSuite suite) {
        return of(pattern, suite, suite.noise());
    }

    static Pairs of(String pattern, CryptoSuite suite, NoiseSuite functions) {
        DhKeyPair initiatorStatic = suite.generateDhKeyPair();
        DhKeyPair responderStatic = suite.generateDhKeyPair();
        return new Pairs(
                side(pattern, suite, functions, Role.INITIATOR, initiatorStatic, responderStatic)
                        .build(),
                side(pattern, suite, functions, Role.RESPONDER, responderStatic, initiatorStatic)
                        .build());
    }

    static HandshakeBuilder side(
            String name, CryptoSuite suite, NoiseSuite functions, Role role, DhKeyPair mine, DhKeyPair theirs) {
        HandshakePattern pattern = HandshakePattern.named(name);
        HandshakeBuilder builder =
                HandshakeState.builder(pattern, functions, role).prologue(PROLOGUE);
        if (pattern.knowsStaticOf(role) || pattern.sendsStaticOf(role)) {
            builder.localStatic(mine);
        }
        if (pattern.knowsStaticOf(role.peer())) {
            builder.remoteStatic(theirs.publicKey());
        }
        if (pattern.sendsEphemeralOf(role)) {
            builder.ephemerals(suite::generateDhKeyPair);
        }
        SecretBytes[] psks = new SecretBytes[pattern.pskCount()];
        for (int i = 0; i < psks.length; i++) {
            byte[] psk = new byte[32];
            psk[0] = (byte) (i + 1);
            psks[i] = SecretBytes.takeOwnership(psk);
        }
        return builder.psk(psks);
    }

    HandshakeState of(Role role) {
        return role == Role.INITIATOR ? initiator : responder;
    }

    /** Carries every message over, with an empty payload. */
    Pairs complete() {
        while (!initiator.isComplete()) {
            if (initiator.isMyTurn()) {
                responder.readMessage(initiator.writeMessage(Bytes.EMPTY));
            } else {
                initiator.readMessage(responder.writeMessage(Bytes.EMPTY));
            }
        }
        return this;
    }
}
