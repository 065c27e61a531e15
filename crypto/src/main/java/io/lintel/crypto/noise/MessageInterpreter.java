package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
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
        for (Token token : tokens) {
            size += sizeOf(token, keyed);
            keyed |= token.isAgreement() || token == Token.PSK || (token == Token.E && mixesEphemerals);
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

    Bytes write(List<Token> tokens, Bytes payload) {
        Bytes[] parts = new Bytes[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            parts[i] = write(tokens.get(i));
        }
        parts[tokens.size()] = symmetric.encryptAndHash(payload);
        return Bytes.concat(parts);
    }

    /** Returns the part of the message that the token stands for. */
    private Bytes write(Token token) {
        return switch (token) {
            case E -> {
                Bytes ephemeral = keys.beginEphemeral().encoded();
                mixEphemeral(ephemeral);
                yield ephemeral;
            }
            case S -> symmetric.encryptAndHash(keys.staticOf(true).encoded());
            case EE, ES, SE, SS, PSK -> {
                mixSecret(token);
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
        for (Token token : tokens) {
            int end = at + sizeOf(token, symmetric.hasKey());
            read(token, message.slice(at, end));
            at = end;
        }
        return symmetric.decryptAndHash(message.slice(at, message.size()));
    }

    private void read(Token token, Bytes part) {
        switch (token) {
            case E -> {
                keys.remoteEphemeral(suite.dh().publicKey(part));
                mixEphemeral(part);
            }
            case S -> keys.remoteStatic(suite.dh().publicKey(symmetric.decryptAndHash(part)));
            case EE, ES, SE, SS, PSK -> mixSecret(token);
        }
    }

    private void mixEphemeral(Bytes ephemeral) {
        symmetric.mixHash(ephemeral);
        if (mixesEphemerals) {
            symmetric.mixKey(ephemeral);
        }
    }

    private void mixSecret(Token token) {
        if (token == Token.PSK) {
            try (SecretBytes psk = psks[nextPsk++]) {
                symmetric.mixKeyAndHash(psk);
            }
        } else {
            try (SecretBytes shared = keys.agree(suite.dh(), token, role)) {
                symmetric.mixKey(shared);
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
