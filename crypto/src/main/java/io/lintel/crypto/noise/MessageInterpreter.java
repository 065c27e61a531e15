package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.SymmetricState.CipherKey;
import java.util.List;

/** Carries out the tokens of one message after the other (Noise rev. 34, section 5.3); whose turn it is, others know. */
final class MessageInterpreter implements AutoCloseable {
    private final NoiseSuite suite;
    private final Role role;
    private final HandshakeKeys keys;
    private final SymmetricState symmetric;
    private final SecretBytes[] psks;
    private final boolean mixesEphemerals;
    private int nextPsk;

    /** Takes {@code psks} over. */
    MessageInterpreter(NoiseSuite suite, Role role, HandshakeKeys keys, SymmetricState symmetric, SecretBytes[] psks) {
        this.suite = suite;
        this.role = role;
        this.keys = keys;
        this.symmetric = symmetric;
        this.psks = psks;
        this.mixesEphemerals = psks.length > 0; // section 9.2
    }

    /** The size of a message without its payload, if it is the next. */
    int overhead(List<Token> tokens) {
        boolean keyed = symmetric.hasKey();
        int size = 0;
        for (int i = 0; i < tokens.size(); i++) {
            size += sizeOf(tokens.get(i), keyed);
            keyed |= mixesKey(tokens.get(i));
        }
        return size + (keyed ? Aead.TAG_SIZE : 0);
    }

    private int sizeOf(Token token, boolean keyed) {
        return switch (token) {
            case E -> suite.dh().keySize();
            case S -> suite.dh().keySize() + (keyed ? Aead.TAG_SIZE : 0);
            case EE, ES, SE, SS, PSK -> 0;
        };
    }

    /** Returns the message behind {@code front}, which is no part of it. */
    Bytes write(Bytes front, List<Token> tokens, Bytes payload) {
        Bytes[] parts = new Bytes[tokens.size() + 2];
        parts[0] = front;
        for (int i = 0; i < tokens.size(); i++) {
            parts[1 + i] = write(tokens.get(i), keyOf(tokens, i));
        }
        parts[1 + tokens.size()] = symmetric.encryptAndHash(payload);
        return Bytes.concat(parts);
    }

    /** Returns what becomes of the key that the token at {@code index} mixes in. */
    private CipherKey keyOf(List<Token> tokens, int index) {
        for (int next = index + 1; next < tokens.size(); next++) {
            Token token = tokens.get(next);
            if (token == Token.S) {
                return CipherKey.USED;
            }
            if (mixesKey(token)) {
                return CipherKey.REPLACED;
            }
        }
        return CipherKey.USED; // the payload is sealed
    }

    private boolean mixesKey(Token token) {
        return token.isAgreement() || token == Token.PSK || (token == Token.E && mixesEphemerals);
    }

    /** Returns the part of the message that the token stands for. */
    private Bytes write(Token token, CipherKey key) {
        return switch (token) {
            case E -> {
                Bytes ephemeral = keys.beginEphemeral().encoded();
                mixEphemeral(ephemeral, key);
                yield ephemeral;
            }
            case S -> symmetric.encryptAndHash(keys.staticOf(true).encoded());
            case EE, ES, SE, SS, PSK -> {
                mixSecret(token, key);
                yield Bytes.EMPTY;
            }
        };
    }

    /**
     * Returns the payload.
     *
     * @throws CryptoException if the message is not what the peer would send
     */
    Bytes read(List<Token> tokens, Bytes message) {
        if (message.size() > Transport.MAX_MESSAGE_SIZE || message.size() < overhead(tokens)) {
            throw new CryptoException();
        }
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int end = at + sizeOf(tokens.get(i), symmetric.hasKey());
            read(tokens.get(i), keyOf(tokens, i), message.slice(at, end));
            at = end;
        }
        return symmetric.decryptAndHash(message.slice(at, message.size()));
    }

    private void read(Token token, CipherKey key, Bytes part) {
        switch (token) {
            case E -> {
                keys.remoteEphemeral(suite.dh().publicKey(part));
                mixEphemeral(part, key);
            }
            case S -> keys.remoteStatic(suite.dh().publicKey(symmetric.decryptAndHash(part)));
            case EE, ES, SE, SS, PSK -> mixSecret(token, key);
        }
    }

    private void mixEphemeral(Bytes ephemeral, CipherKey key) {
        symmetric.mixHash(ephemeral);
        if (mixesEphemerals) {
            symmetric.mixKey(ephemeral, key);
        }
    }

    private void mixSecret(Token token, CipherKey key) {
        if (token == Token.PSK) {
            try (SecretBytes psk = psks[nextPsk++]) {
                symmetric.mixKeyAndHash(psk, key);
            }
        } else {
            try (SecretBytes shared = keys.agree(suite.dh(), token, role)) {
                symmetric.mixKey(shared, key);
            }
        }
    }

    @Override
    public void close() {
        for (SecretBytes psk : psks) {
            psk.destroy();
        }
    }
}
