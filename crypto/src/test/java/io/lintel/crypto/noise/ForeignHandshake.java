package io.lintel.crypto.noise;

import com.southernstorm.noise.protocol.CipherStatePair;
import com.southernstorm.noise.protocol.DHState;
import com.southernstorm.noise.protocol.HandshakeState;
import io.lintel.crypto.Bytes;
import java.security.GeneralSecurityException;

/** One side of a handshake by noise-java, an implementation that we did not write. */
final class ForeignHandshake {
    private static final int ROOM = 4096;

    private final HandshakeState state;

    ForeignHandshake(String protocolName, Role role, Bytes prologue) throws GeneralSecurityException {
        state = new HandshakeState(
                protocolName, role == Role.INITIATOR ? HandshakeState.INITIATOR : HandshakeState.RESPONDER);
        state.setPrologue(prologue.toByteArray(), 0, prologue.size());
    }

    void localStatic(Bytes privateKey) {
        DHState keys = state.getLocalKeyPair();
        keys.setPrivateKey(privateKey.toByteArray(), 0);
    }

    void remoteStatic(Bytes publicKey) {
        state.getRemotePublicKey().setPublicKey(publicKey.toByteArray(), 0);
    }

    void start() {
        state.start();
    }

    Bytes writeMessage(Bytes payload) throws GeneralSecurityException {
        byte[] message = new byte[ROOM];
        return Bytes.copyOf(message, 0, state.writeMessage(message, 0, payload.toByteArray(), 0, payload.size()));
    }

    Bytes readMessage(Bytes message) throws GeneralSecurityException {
        byte[] payload = new byte[ROOM];
        return Bytes.copyOf(payload, 0, state.readMessage(message.toByteArray(), 0, message.size(), payload, 0));
    }

    Bytes handshakeHash() {
        return Bytes.copyOf(state.getHandshakeHash());
    }

    CipherStatePair split() {
        return state.split();
    }

    static Bytes write(CipherStatePair ciphers, Bytes payload) throws GeneralSecurityException {
        byte[] message = new byte[ROOM];
        int size = ciphers.getSender().encryptWithAd(null, payload.toByteArray(), 0, message, 0, payload.size());
        return Bytes.copyOf(message, 0, size);
    }

    static Bytes read(CipherStatePair ciphers, Bytes message) throws GeneralSecurityException {
        byte[] payload = new byte[ROOM];
        int size = ciphers.getReceiver().decryptWithAd(null, message.toByteArray(), 0, payload, 0, message.size());
        return Bytes.copyOf(payload, 0, size);
    }
}
