package io.lintel.crypto.noise;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import java.util.List;
import java.util.Optional;

/**
 * One side of a Noise handshake (rev. 34, section 5.3), from the first message to the keys of the transport phase.
 *
 * <p>Sans-IO: it takes and gives messages, and everything random comes in through {@link HandshakeBuilder}. Both sides
 * call {@link #writeMessage} and {@link #readMessage} in turn until {@link #isComplete()}; then {@link #split()} gives
 * the transport and {@link #export} further keys.
 *
 * <p>A message that cannot be read ends the handshake: its keys are destroyed and every later call is an
 * {@link IllegalStateException}. A call out of turn or with too large a payload changes nothing. For one thread at a
 * time.
 */
public final class HandshakeState implements AutoCloseable {
    private enum Phase {
        HANDSHAKE,
        COMPLETE,
        SPLIT,
        CLOSED
    }

    private final HandshakePattern pattern;
    private final Role role;
    private final String suiteName;
    private final HandshakeKeys keys;
    private final SymmetricState symmetric;
    private final MessageInterpreter messages;
    private int nextMessage;
    private Phase phase = Phase.HANDSHAKE;

    HandshakeState(
            HandshakePattern pattern,
            NoiseSuite suite,
            Role role,
            Bytes prologue,
            Bytes prologueEnd,
            HandshakeKeys keys,
            SecretBytes[] psks) {
        this.pattern = pattern;
        this.suiteName = suite.name();
        this.role = role;
        this.keys = keys;
        this.symmetric = new SymmetricState(suite, pattern.firstHash(suite));
        this.messages = new MessageInterpreter(suite, role, keys, symmetric, psks);
        symmetric.mixHash(prologue, prologueEnd);
        mixKnownStaticOf(Role.INITIATOR);
        mixKnownStaticOf(Role.RESPONDER);
    }

    private void mixKnownStaticOf(Role side) {
        if (pattern.knowsStaticOf(side)) {
            symmetric.mixHash(keys.staticOf(side == role).encoded());
        }
    }

    /**
     * Begins a handshake with the named pattern, such as {@code KXpsk0}.
     *
     * @throws IllegalArgumentException if there is no such pattern
     */
    public static HandshakeBuilder builder(String pattern, NoiseSuite suite, Role role) {
        return builder(HandshakePattern.named(pattern), suite, role);
    }

    /** Begins a handshake with a pattern. */
    public static HandshakeBuilder builder(HandshakePattern pattern, NoiseSuite suite, Role role) {
        return new HandshakeBuilder(pattern, suite, role);
    }

    /** Whether every message was written or read. */
    public boolean isComplete() {
        return phase == Phase.COMPLETE || phase == Phase.SPLIT;
    }

    /** Whether the next call has to be {@link #writeMessage}. */
    public boolean isMyTurn() {
        return phase == Phase.HANDSHAKE && role.sends(nextMessage);
    }

    /**
     * Returns the next message to the peer.
     *
     * @param payload sealed as soon as the pattern has a key, in clear before
     * @throws IllegalArgumentException if the message would be larger than 65535 octets
     * @throws IllegalStateException if it is the peer's turn, or the handshake is over
     * @throws CryptoException if a DH with the peer's key gives nothing secret; the handshake is over then
     */
    public Bytes writeMessage(Bytes payload) {
        return writeMessage(Bytes.EMPTY, payload);
    }

    /**
     * Returns the next message to the peer behind other octets, which are no part of the handshake.
     *
     * @param front what the message is put behind
     * @param payload sealed as soon as the pattern has a key, in clear before
     * @throws IllegalArgumentException if the message would be larger than 65535 octets
     * @throws IllegalStateException if it is the peer's turn, or the handshake is over
     * @throws CryptoException if a DH with the peer's key gives nothing secret; the handshake is over then
     */
    public Bytes writeMessage(Bytes front, Bytes payload) {
        requireTurn(role);
        List<Token> tokens = pattern.message(nextMessage);
        if (payload.size() > Transport.MAX_MESSAGE_SIZE - messages.overhead(tokens)) {
            throw new IllegalArgumentException(
                    "a payload of " + payload.size() + " octets is too large for one message");
        }
        boolean done = false;
        try {
            Bytes message = messages.write(front, tokens, payload);
            done = true;
            return message;
        } finally {
            advance(done);
        }
    }

    /**
     * Returns the payload of the peer's next message.
     *
     * @throws CryptoException if the message is not the peer's; the handshake is over then
     * @throws IllegalStateException if it is this side's turn, or the handshake is over
     */
    public Bytes readMessage(Bytes message) {
        requireTurn(role.peer());
        List<Token> tokens = pattern.message(nextMessage);
        boolean done = false;
        try {
            Bytes payload = messages.read(tokens, message);
            done = true;
            return payload;
        } finally {
            advance(done);
        }
    }

    /** Goes to the next message, or ends the handshake if this one failed. */
    private void advance(boolean done) {
        if (done) {
            nextMessage++;
            completeAfterLast();
        } else {
            keys.forgetPeer();
            close();
        }
    }

    private void completeAfterLast() {
        if (nextMessage == pattern.messageCount()) {
            phase = Phase.COMPLETE;
            keys.forgetEphemeral();
        }
    }

    /**
     * Returns the peer's static key, if it is known beforehand or has been read, and nothing after a failure. A key that
     * was read is the peer's only once the pattern has proven it; see Noise rev. 34 section 7.7.
     */
    public Optional<DhPublicKey> remoteStatic() {
        return keys.remoteStatic();
    }

    /**
     * Returns the hash of the whole handshake, which both sides share and which names the channel (section 11.2).
     *
     * @throws IllegalStateException before the handshake is complete
     */
    public Bytes handshakeHash() {
        requireComplete();
        return symmetric.handshakeHash();
    }

    /**
     * Returns the encrypted channel; a second call is misuse, because two channels would use one key and nonce twice.
     *
     * @throws IllegalStateException before the handshake is complete, or a second time
     */
    public Transport split() {
        if (phase != Phase.COMPLETE) {
            throw new IllegalStateException("a handshake is split once, when it is complete");
        }
        phase = Phase.SPLIT;
        List<CipherState> ciphers = symmetric.split();
        if (pattern.isOneWay()) {
            ciphers.get(1).close();
            Optional<CipherState> only = Optional.of(ciphers.get(0));
            return role == Role.INITIATOR
                    ? new Transport(only, Optional.empty())
                    : new Transport(Optional.empty(), only);
        }
        int mine = role == Role.INITIATOR ? 0 : 1;
        return new Transport(Optional.of(ciphers.get(mine)), Optional.of(ciphers.get(1 - mine)));
    }

    /**
     * Returns a key that both sides share, for a purpose of its own: HKDF-Expand of the final chaining key with info
     * {@code label || 0 || handshake hash} (spec/protocol.md 5.1). The caller destroys it.
     *
     * @param label names the purpose; no zero octet in it, so that no two labels can be confused
     * @param size at most 255 times the hash's size
     * @throws IllegalStateException before the handshake is complete, or after {@link #close()}
     */
    public SecretBytes export(Bytes label, int size) {
        requireComplete();
        for (int i = 0; i < label.size(); i++) {
            if (label.get(i) == 0) {
                throw new IllegalArgumentException("a label must not contain a zero octet");
            }
        }
        return symmetric.export(label, size);
    }

    private void requireTurn(Role sender) {
        if (phase != Phase.HANDSHAKE) {
            throw new IllegalStateException("this handshake is over");
        }
        if (!sender.sends(nextMessage)) {
            throw new IllegalStateException("message " + (nextMessage + 1) + " is for the other side to send");
        }
    }

    private void requireComplete() {
        if (!isComplete()) {
            throw new IllegalStateException("this handshake is not complete");
        }
    }

    /**
     * Destroys the secrets of this handshake: chaining key, ciphers, copies of the pre-shared keys or {@linkplain
     * HandshakeBuilder#oneTimePsk those that serve it alone}, and an ephemeral key that it drew itself. Other keys that were given to
     * it, and a transport split from it, stay as they are.
     */
    @Override
    public void close() {
        phase = Phase.CLOSED;
        symmetric.close();
        keys.forgetEphemeral();
        messages.close();
    }

    @Override
    public String toString() {
        return "HandshakeState[" + pattern + ", " + suiteName + ", " + role + ", " + phase + "]";
    }
}
