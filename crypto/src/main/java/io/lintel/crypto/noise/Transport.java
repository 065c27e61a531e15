package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import java.util.Optional;

/**
 * The encrypted channel after a handshake (Noise rev. 34, section 5.3): one key and one counter for each direction.
 *
 * <p>Messages have to be read in the order they were written. For one thread at a time.
 */
public final class Transport implements AutoCloseable {
    /** The largest message in octets, tag included (section 3). */
    public static final int MAX_MESSAGE_SIZE = 65535;

    private final Optional<CipherState> sender;
    private final Optional<CipherState> receiver;

    Transport(Optional<CipherState> sender, Optional<CipherState> receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /** Whether this side may write; only the responder of a one-way pattern may not. */
    public boolean canWrite() {
        return sender.isPresent();
    }

    /** Whether this side may read; only the initiator of a one-way pattern may not. */
    public boolean canRead() {
        return receiver.isPresent();
    }

    /**
     * Returns the next message to the peer.
     *
     * @param payload at most 65519 octets
     * @throws IllegalArgumentException if the payload is larger; nothing has changed then
     * @throws IllegalStateException if this side may not write, the channel is closed, or 2^64 - 1 messages were written
     */
    public Bytes write(Bytes payload) {
        CipherState cipher = require(sender);
        if (payload.size() > MAX_MESSAGE_SIZE - Aead.TAG_SIZE) {
            throw new IllegalArgumentException(
                    "a payload of " + payload.size() + " octets is too large for one message");
        }
        return cipher.seal(Bytes.EMPTY, payload);
    }

    /**
     * Returns the payload of the peer's next message.
     *
     * @throws CryptoException if the message is not the peer's next one; nothing has changed then
     * @throws IllegalStateException if this side may not read, the channel is closed, or 2^64 - 1 messages were read
     */
    public Bytes read(Bytes message) {
        CipherState cipher = require(receiver);
        if (message.size() > MAX_MESSAGE_SIZE) {
            throw new CryptoException();
        }
        return cipher.open(Bytes.EMPTY, message);
    }

    /** Replaces the key for writing (section 11.3); the peer has to do the same for reading at the same place. */
    public void rekeyWriting() {
        require(sender).rekey();
    }

    /** Replaces the key for reading (section 11.3); the peer has to do the same for writing at the same place. */
    public void rekeyReading() {
        require(receiver).rekey();
    }

    private static CipherState require(Optional<CipherState> cipher) {
        return cipher.orElseThrow(() -> new IllegalStateException("a one-way pattern has no such direction"));
    }

    /** Destroys the keys. */
    @Override
    public void close() {
        sender.ifPresent(CipherState::close);
        receiver.ifPresent(CipherState::close);
    }
}
