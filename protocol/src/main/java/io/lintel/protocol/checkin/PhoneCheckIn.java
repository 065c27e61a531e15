package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;

/**
 * The phone's side of one check-in: {@link #request()} goes to the manager, {@link #receive} takes what comes back. For one
 * thread at a time.
 *
 * <p>When no answer comes, or a damaged one, the phone starts again with the same {@link CheckInRequest} and a new
 * ephemeral key; a manager that had read the first gives the same answer and does nothing twice.
 */
public final class PhoneCheckIn implements AutoCloseable {
    private final HandshakeState handshake;
    private final Bytes request;
    private boolean received;

    private PhoneCheckIn(HandshakeState handshake, Bytes request) {
        this.handshake = handshake;
        this.request = request;
    }

    /**
     * Starts a check-in.
     *
     * @param suite the suite of the project
     * @param managerKey the manager's key, known since the activation
     * @param holder the credential's key pair; it stays the caller's
     * @param what what to say
     * @param ephemeral a fresh key pair for this attempt alone; the caller destroys it after {@link #close()}
     * @throws CryptoException where the manager's key gives nothing secret
     */
    public static PhoneCheckIn start(
            CryptoSuite suite, DhPublicKey managerKey, DhKeyPair holder, CheckInRequest what, DhKeyPair ephemeral) {
        HandshakeState handshake = CheckInWire.handshake(suite, Role.INITIATOR)
                .localStatic(holder)
                .remoteStatic(managerKey)
                .localEphemeral(ephemeral)
                .build();
        Bytes header = Bytes.of(CheckInWire.REQUEST_KIND, suite.id().id());
        Bytes message = handshake.writeMessage(RequestContent.encode(what));
        return new PhoneCheckIn(handshake, Bytes.concat(header, message));
    }

    /** Returns the request, which has one size for each suite, or another with receipts. It may be sent any number of times. */
    public Bytes request() {
        return request;
    }

    /**
     * Reads the manager's response. The first call is the only one.
     *
     * @throws CheckInException where it is not the manager's response to this request; this exchange is over then
     * @throws IllegalStateException at a second call
     */
    public CheckInResult receive(Bytes response) {
        if (received) {
            throw new IllegalStateException("a check-in takes one response");
        }
        received = true;
        try (handshake) {
            if (response.size() > CheckInWire.MAX_MESSAGE_SIZE
                    || !response.startsWith(Bytes.of(CheckInWire.RESPONSE_KIND))) {
                throw new CheckInException();
            }
            Bytes message = response.slice(CheckInWire.RESPONSE_HEADER_SIZE, response.size());
            return ResponseContent.decode(handshake.readMessage(message)).orElseThrow(CheckInException::new);
        } catch (CryptoException e) {
            throw new CheckInException();
        }
    }

    /** Destroys what is left of the handshake. */
    @Override
    public void close() {
        handshake.close();
    }

    @Override
    public String toString() {
        return "PhoneCheckIn[redacted]";
    }
}
