package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.activation.ActivationWire.ProofContext;

/**
 * The phone's side of one activation: {@link #request()} goes to the manager, {@link #receive} takes what comes back. For
 * one thread at a time.
 *
 * <p>A phone stores holder key, code and request id before it sends. When no answer comes, or a damaged one, it starts
 * again with the same three and a new ephemeral key, and gets what the manager granted the first time.
 */
public final class PhoneActivation implements AutoCloseable {
    private final HandshakeState handshake;
    private final Bytes request;
    private boolean received;

    private PhoneActivation(HandshakeState handshake, Bytes request) {
        this.handshake = handshake;
        this.request = request;
    }

    /**
     * Starts an activation.
     *
     * @param suite the suite of the link
     * @param managerKey the manager's key from the link
     * @param code the code to redeem
     * @param holder the key pair that the phone made for this credential; it stays the caller's
     * @param requestId 16 random octets, the same at every attempt to redeem this code
     * @param ephemeral a fresh key pair for this attempt alone; the caller destroys it after {@link #close()}
     * @throws CryptoException where the manager's key gives nothing secret
     */
    public static PhoneActivation start(
            CryptoSuite suite,
            DhPublicKey managerKey,
            ActivationCode code,
            DhKeyPair holder,
            Bytes requestId,
            DhKeyPair ephemeral) {
        if (requestId.size() != ActivationWire.REQUEST_ID_SIZE) {
            throw new IllegalArgumentException("a request id has " + ActivationWire.REQUEST_ID_SIZE + " octets");
        }
        HandshakeState handshake = ActivationWire.handshake(suite, Role.INITIATOR)
                .remoteStatic(managerKey)
                .localEphemeral(ephemeral)
                .build();
        ProofContext context =
                new ProofContext(managerKey, ephemeral.publicKey().encoded(), requestId, code, holder.publicKey());
        try (SecretBytes shared = suite.agree(holder.privateKey(), managerKey)) {
            Bytes payload = RequestPayload.of(suite, shared, context).encode();
            Bytes header = Bytes.of(ActivationWire.REQUEST_KIND, suite.id().id());
            return new PhoneActivation(handshake, Bytes.concat(header, handshake.writeMessage(payload)));
        }
    }

    /** Returns the request, which has one size for each suite. It may be sent any number of times. */
    public Bytes request() {
        return request;
    }

    /**
     * Reads the manager's response. The first call is the only one.
     *
     * @throws ActivationException with {@link ActivationException.Code#NOT_AUTHENTIC} where it is not the manager's
     *     response to this request; this activation is over then, see the class
     * @throws IllegalStateException at a second call
     */
    public ActivationResult receive(Bytes response) {
        if (received) {
            throw new IllegalStateException("an activation takes one response");
        }
        received = true;
        try (handshake) {
            if (response.size() > ActivationWire.MAX_MESSAGE_SIZE
                    || !response.startsWith(Bytes.of(ActivationWire.RESPONSE_KIND))) {
                throw ActivationException.notAuthentic();
            }
            Bytes payload = handshake.readMessage(response.slice(ActivationWire.RESPONSE_HEADER_SIZE, response.size()));
            return ResponsePayload.decode(payload).orElseThrow(ActivationException::notAuthentic);
        } catch (CryptoException e) {
            throw ActivationException.notAuthentic();
        }
    }

    /** Destroys what is left of the handshake. */
    @Override
    public void close() {
        handshake.close();
    }

    @Override
    public String toString() {
        return "PhoneActivation[redacted]";
    }
}
