package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.checkin.CheckInResult.Answered;
import io.lintel.protocol.checkin.CheckInResult.Refused;
import io.lintel.protocol.wire.BroughtEphemeral;
import java.time.Duration;
import java.util.Optional;

/**
 * The manager's side of one check-in: {@link #open} reads a request, {@link #answer} or {@link #refuse} writes the response.
 * For one thread at a time.
 *
 * <p>The manager's duty: it holds {@link #holderKey()} against the key in the credential that the request names. It keeps,
 * for each credential, the highest number that it has seen and that request's id, durably with what the request brought
 * about and before it answers. A request whose number is not above that one changes nothing; it is answered with what is
 * so by now. To a request that does not open it sends nothing.
 */
public final class ManagerCheckIn implements AutoCloseable {
    private final HandshakeState handshake;
    private final BroughtEphemeral ephemeral;
    private final CheckInRequest request;
    private final DhPublicKey holderKey;

    private ManagerCheckIn(
            HandshakeState handshake, BroughtEphemeral ephemeral, CheckInRequest request, DhPublicKey holderKey) {
        this.handshake = handshake;
        this.ephemeral = ephemeral;
        this.request = request;
        this.holderKey = holderKey;
    }

    /** Returns whether a message of a phone says that it is a check-in; nothing is verified. */
    public static boolean isCheckIn(Bytes message) {
        return message.size() >= CheckInWire.REQUEST_HEADER_SIZE && message.unsigned(0) == CheckInWire.REQUEST_KIND;
    }

    /** Returns the suite that a request names, so that the manager can choose key and functions; nothing is verified. */
    public static Optional<Suite> suiteOf(Bytes request) {
        return isCheckIn(request) ? Suite.ofId(request.unsigned(1)) : Optional.empty();
    }

    /**
     * Reads a request, which only the holder of {@link #holderKey()} can have made, at some time.
     *
     * @param suite the {@link #suiteOf suite} of the request
     * @param managerKey the manager's static key pair of that suite; it stays the caller's
     * @throws CheckInException for every failure alike
     */
    public static ManagerCheckIn open(CryptoSuite suite, DhKeyPair managerKey, Bytes request) {
        if (!CheckInWire.isRequestSize(suite.id(), request.size())
                || !suiteOf(request).equals(Optional.of(suite.id()))) {
            throw new CheckInException();
        }
        BroughtEphemeral ephemeral = new BroughtEphemeral();
        HandshakeState handshake = CheckInWire.handshake(suite, Role.RESPONDER)
                .localStatic(managerKey)
                .ephemerals(ephemeral)
                .build();
        try {
            Bytes message = request.slice(CheckInWire.REQUEST_HEADER_SIZE, request.size());
            CheckInRequest content = RequestContent.decode(handshake.readMessage(message));
            DhPublicKey holderKey = handshake.remoteStatic().orElseThrow(CheckInException::new);
            return new ManagerCheckIn(handshake, ephemeral, content, holderKey);
        } catch (CryptoException | CheckInException e) {
            handshake.close();
            throw new CheckInException();
        }
    }

    /** Returns what the phone says. */
    public CheckInRequest request() {
        return request;
    }

    /** Returns the key whose private half made the request. */
    public DhPublicKey holderKey() {
        return holderKey;
    }

    /**
     * Returns the response that answers.
     *
     * @param responseEphemeral a fresh key pair, destroyed here after use
     * @throws IllegalArgumentException where the answer takes more than {@link CheckInAnswer#MAX_SIZE_BYTES} octets;
     *     another call may follow
     * @throws IllegalStateException where there was a response already
     */
    public Bytes answer(CheckInAnswer answer, DhKeyPair responseEphemeral) {
        return respond(new Answered(answer), responseEphemeral);
    }

    /**
     * Returns the response that refuses.
     *
     * @param retryAfter how long the phone should wait, 1 second to 30 days; empty where waiting does not help
     * @param responseEphemeral a fresh key pair, destroyed here after use
     * @throws IllegalStateException where there was a response already
     */
    public Bytes refuse(CheckInRefusal reason, Optional<Duration> retryAfter, DhKeyPair responseEphemeral) {
        return respond(new Refused(reason, retryAfter), responseEphemeral);
    }

    private Bytes respond(CheckInResult result, DhKeyPair responseEphemeral) {
        Bytes payload = ResponseContent.encode(result);
        if (!handshake.isMyTurn()) {
            throw new IllegalStateException("a check-in has one response");
        }
        ephemeral.put(responseEphemeral);
        try (handshake) {
            return Bytes.concat(Bytes.of(CheckInWire.RESPONSE_KIND), handshake.writeMessage(payload));
        }
    }

    /** Destroys what is left of the handshake. */
    @Override
    public void close() {
        handshake.close();
    }

    @Override
    public String toString() {
        return "ManagerCheckIn[redacted]";
    }
}
