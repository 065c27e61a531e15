package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeBuilder;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;

/** What both sides of an activation share: message kinds, sizes, prologue and proof ({@code spec/protocol.md}). */
final class ActivationWire {
    static final int REQUEST_KIND = 0x10;
    static final int RESPONSE_KIND = 0x11;
    static final int REQUEST_ID_SIZE = 16;
    static final int PROOF_SIZE = 32;
    static final int TAG_SIZE = 16;
    static final int MAX_MESSAGE_SIZE = 0xffff;

    /** Kind and suite. */
    static final int REQUEST_HEADER_SIZE = 2;

    /** Kind. */
    static final int RESPONSE_HEADER_SIZE = 1;

    private static final Bytes CONTEXT = Bytes.concat(Bytes.utf8("lintel/1/activation"), Bytes.of(0));
    private static final Bytes PROOF_INFO = Bytes.utf8("lintel/1/activation/proof");
    private static final int PROOF_KEY_SIZE = 32;

    private ActivationWire() {}

    static Bytes prologue(Suite suite) {
        return Bytes.concat(CONTEXT, Bytes.of(suite.id()));
    }

    static HandshakeBuilder handshake(CryptoSuite suite, Role role) {
        return HandshakeState.builder("NK", suite.noise(), role).prologue(prologue(suite.id()));
    }

    /** The payload is four length-delimited fields whose tag and length take two octets each. */
    static int requestPayloadSize(Suite suite) {
        return 4 * 2 + REQUEST_ID_SIZE + ActivationCode.LENGTH + suite.dhKeySize() + PROOF_SIZE;
    }

    static int requestSize(Suite suite) {
        return REQUEST_HEADER_SIZE + suite.dhKeySize() + requestPayloadSize(suite) + TAG_SIZE;
    }

    /** What the proof of possession covers, besides the DH between holder key and manager's key. */
    record ProofContext(
            DhPublicKey managerKey, Bytes ephemeral, Bytes requestId, ActivationCode code, DhPublicKey holderKey) {}

    /**
     * Returns the proof that a phone has the private half of its holder key: an HMAC that only the two ends of the DH
     * can make, bound to this very request.
     *
     * @param shared the DH between holder key and manager's key
     */
    static Bytes proof(CryptoSuite suite, SecretBytes shared, ProofContext context) {
        try (SecretBytes key = suite.hkdf(Bytes.EMPTY, shared, PROOF_INFO, PROOF_KEY_SIZE)) {
            return suite.hmac(
                    key,
                    prologue(suite.id()),
                    context.managerKey().encoded(),
                    context.ephemeral(),
                    context.requestId(),
                    Bytes.utf8(context.code().text()),
                    context.holderKey().encoded());
        }
    }
}
