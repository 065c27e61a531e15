package io.lintel.benchmarks.peer;

import com.southernstorm.noise.protocol.CipherState;
import com.southernstorm.noise.protocol.CipherStatePair;
import com.southernstorm.noise.protocol.DHState;
import com.southernstorm.noise.protocol.HandshakeState;
import com.southernstorm.noise.protocol.Noise;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Noise by {@code org.signal.forks:noise-java}, rweather's library as Signal keeps it: the phone begins, as an app would that
 * dials a server, names its credential by a reference of 23 octets, and gets an answer of 4. Patterns are those of Noise rev. 34,
 * section 7.5, with 25519, AESGCM and SHA256. Not thread-safe.
 */
public final class NoiseJava {
    private static final int KEY = 32;
    private static final int REFERENCE = 23;
    private static final int ANSWER = 4;
    private static final int ROOM = 256;

    private final Pattern pattern;
    private final IntConsumer sent;
    private final DHState phoneKey;
    private final DHState readerKey;
    private final Set<ByteBuffer> known;
    private final byte[] readerPublic = new byte[KEY];
    private final byte[] message = new byte[ROOM];
    private final byte[] payload = new byte[ROOM];

    /** How the handshake goes. */
    public enum Pattern {
        /** One round trip; the phone knows the reader. Its first message can be replayed. */
        IK,
        /** One and a half; neither knows the other before. */
        XX
    }

    /** Makes both sides' static keys. */
    public NoiseJava(Pattern pattern) throws GeneralSecurityException {
        this(pattern, octets -> {});
    }

    /** Makes both sides' static keys, and tells {@code sent} how many octets each message has. */
    public NoiseJava(Pattern pattern, IntConsumer sent) throws GeneralSecurityException {
        this.pattern = pattern;
        this.sent = sent;
        this.phoneKey = Noise.createDH("25519");
        this.readerKey = Noise.createDH("25519");
        phoneKey.generateKeyPair();
        readerKey.generateKeyPair();
        readerKey.getPublicKey(readerPublic, 0);
        byte[] phonePublic = new byte[KEY];
        phoneKey.getPublicKey(phonePublic, 0);
        this.known = Set.of(ByteBuffer.wrap(phonePublic));
    }

    /** Runs one handshake, both sides, to the phone's receipt of the answer; returns whether the reader granted. */
    public boolean exchange() throws GeneralSecurityException {
        HandshakeState phone = side(HandshakeState.INITIATOR, phoneKey);
        HandshakeState reader = side(HandshakeState.RESPONDER, readerKey);
        if (pattern == Pattern.IK) {
            phone.getRemotePublicKey().setPublicKey(readerPublic, 0);
        }
        phone.start();
        reader.start();
        boolean granted = pattern == Pattern.IK ? ik(phone, reader) : xx(phone, reader);
        phone.destroy();
        reader.destroy();
        return granted;
    }

    private HandshakeState side(int role, DHState key) throws GeneralSecurityException {
        HandshakeState side = new HandshakeState("Noise_" + pattern + "_25519_AESGCM_SHA256", role);
        side.getLocalKeyPair().copyFrom(key);
        return side;
    }

    private boolean ik(HandshakeState phone, HandshakeState reader) throws GeneralSecurityException {
        pass(phone, reader, REFERENCE);
        boolean granted = knows(reader);
        pass(reader, phone, ANSWER);
        close(phone.split());
        close(reader.split());
        return granted;
    }

    private boolean xx(HandshakeState phone, HandshakeState reader) throws GeneralSecurityException {
        pass(phone, reader, 0);
        pass(reader, phone, 0);
        pass(phone, reader, REFERENCE);
        boolean granted = knows(reader);
        CipherStatePair readers = reader.split();
        CipherStatePair phones = phone.split();
        CipherState sender = readers.getSender();
        int length = sender.encryptWithAd(null, payload, 0, message, 0, ANSWER);
        sent.accept(length);
        phones.getReceiver().decryptWithAd(null, message, 0, payload, 0, length);
        close(readers);
        close(phones);
        return granted;
    }

    private void pass(HandshakeState from, HandshakeState to, int octets) throws GeneralSecurityException {
        int length = from.writeMessage(message, 0, payload, 0, octets);
        sent.accept(length);
        to.readMessage(message, 0, length, payload, 0);
    }

    private boolean knows(HandshakeState reader) {
        byte[] phone = new byte[KEY];
        reader.getRemotePublicKey().getPublicKey(phone, 0);
        return known.contains(ByteBuffer.wrap(phone));
    }

    private static void close(CipherStatePair pair) {
        pair.destroy();
    }
}
