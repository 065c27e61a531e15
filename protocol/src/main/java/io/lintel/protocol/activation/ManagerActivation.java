package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.activation.ActivationResult.Activated;
import io.lintel.protocol.activation.ActivationResult.Refused;
import io.lintel.protocol.activation.ActivationWire.ProofContext;
import io.lintel.protocol.wire.BroughtEphemeral;
import java.time.Duration;
import java.util.Optional;

/**
 * The manager's side of one activation: {@link #open} reads a request, {@link #grant} or {@link #refuse} writes the
 * response. For one thread at a time.
 *
 * <p>The manager's duty: requests can be recorded and sent again, so it stores what it granted under the request id,
 * durably and before it answers, and grants the same again to a request with the same id, code and holder key. A used
 * code with anything else is {@link ActivationRefusal#ALREADY_USED}. It limits attempts and compares codes in constant
 * time (ACT-19). To a request that does not open it sends nothing.
 */
public final class ManagerActivation implements AutoCloseable {
    private final HandshakeState handshake;
    private final BroughtEphemeral ephemeral;
    private final RequestPayload request;
    private final DhPublicKey holderKey;

    private ManagerActivation(
            HandshakeState handshake, BroughtEphemeral ephemeral, RequestPayload request, DhPublicKey holderKey) {
        this.handshake = handshake;
        this.ephemeral = ephemeral;
        this.request = request;
        this.holderKey = holderKey;
    }

    /** Returns the suite that a request names, so that the manager can choose key and functions; nothing is verified. */
    public static Optional<Suite> suiteOf(Bytes request) {
        return request.size() >= ActivationWire.REQUEST_HEADER_SIZE
                        && request.unsigned(0) == ActivationWire.REQUEST_KIND
                ? Suite.ofId(request.unsigned(1))
                : Optional.empty();
    }

    /**
     * Reads a request and checks that its sender has the private half of the holder key.
     *
     * @param suite the {@link #suiteOf suite} of the request
     * @param managerKey the manager's static key pair of that suite; it stays the caller's
     * @throws ActivationException with {@link ActivationException.Code#NOT_AUTHENTIC} for every failure alike
     */
    public static ManagerActivation open(CryptoSuite suite, DhKeyPair managerKey, Bytes request) {
        if (request.size() != ActivationWire.requestSize(suite.id())
                || !suiteOf(request).equals(Optional.of(suite.id()))) {
            throw ActivationException.notAuthentic();
        }
        BroughtEphemeral ephemeral = new BroughtEphemeral();
        HandshakeState handshake = ActivationWire.handshake(suite, Role.RESPONDER)
                .localStatic(managerKey)
                .ephemerals(ephemeral)
                .build();
        try {
            Bytes message = request.slice(ActivationWire.REQUEST_HEADER_SIZE, request.size());
            RequestPayload payload = RequestPayload.decode(handshake.readMessage(message));
            Bytes phoneEphemeral = message.slice(0, suite.id().dhKeySize());
            DhPublicKey holderKey = provenHolderKey(suite, managerKey, phoneEphemeral, payload);
            return new ManagerActivation(handshake, ephemeral, payload, holderKey);
        } catch (CryptoException | ActivationException e) {
            handshake.close();
            throw ActivationException.notAuthentic();
        }
    }

    private static DhPublicKey provenHolderKey(
            CryptoSuite suite, DhKeyPair managerKey, Bytes phoneEphemeral, RequestPayload payload) {
        DhPublicKey holderKey = suite.dhPublicKey(payload.holderKey());
        ProofContext context = new ProofContext(
                managerKey.publicKey(), phoneEphemeral, payload.requestId(), payload.code(), holderKey);
        try (SecretBytes shared = suite.agree(managerKey.privateKey(), holderKey)) {
            if (!ActivationWire.proof(suite, shared, context).constantTimeEquals(payload.proof())) {
                throw ActivationException.notAuthentic();
            }
        }
        return holderKey;
    }

    /** Returns the 16 octets that make this request idempotent. */
    public Bytes requestId() {
        return request.requestId();
    }

    /** Returns the code to redeem. */
    public ActivationCode code() {
        return request.code();
    }

    /** Returns the key to certify, whose private half the phone has proven to hold. */
    public DhPublicKey holderKey() {
        return holderKey;
    }

    /**
     * Returns the response that grants.
     *
     * @param responseEphemeral a fresh key pair, destroyed here after use
     * @throws IllegalArgumentException where the grant takes more than {@link ActivationGrant#MAX_SIZE_BYTES} octets;
     *     another call may follow
     * @throws IllegalStateException where there was a response already
     */
    public Bytes grant(ActivationGrant grant, DhKeyPair responseEphemeral) {
        return respond(new Activated(grant), responseEphemeral);
    }

    /**
     * Returns the response that refuses.
     *
     * @param retryAfter how long the phone should wait, 1 second to 30 days; empty where waiting does not help
     * @param responseEphemeral a fresh key pair, destroyed here after use
     * @throws IllegalStateException where there was a response already
     */
    public Bytes refuse(ActivationRefusal reason, Optional<Duration> retryAfter, DhKeyPair responseEphemeral) {
        return respond(new Refused(reason, retryAfter), responseEphemeral);
    }

    private Bytes respond(ActivationResult result, DhKeyPair responseEphemeral) {
        Bytes payload = ResponsePayload.encode(result);
        if (!handshake.isMyTurn()) {
            throw new IllegalStateException("an activation has one response");
        }
        ephemeral.put(responseEphemeral);
        try (handshake) {
            Bytes message = handshake.writeMessage(payload);
            return Bytes.concat(Bytes.of(ActivationWire.RESPONSE_KIND), message);
        }
    }

    /** Destroys what is left of the handshake. */
    @Override
    public void close() {
        handshake.close();
    }

    @Override
    public String toString() {
        return "ManagerActivation[redacted]";
    }
}
