package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/**
 * The keys of one opener: HKDF of the project key, salted with the opener's nonce (spec/protocol.md 4.2).
 *
 * <p>The nonce is in every one of them because the reader's ephemeral may serve several openers: without it two openers
 * would be sealed under one AEAD key and nonce.
 */
public final class OpenerKeys implements AutoCloseable {
    private static final Bytes PSK = Bytes.utf8("lintel/1/psk\0");
    private static final Bytes GATE = Bytes.utf8("lintel/1/gate\0");
    private static final Bytes CERTIFICATE = Bytes.utf8("lintel/1/certificate\0");

    private final CryptoSuite suite;
    private final SecretBytes prk;

    public OpenerKeys(CryptoSuite suite, SecretBytes projectKey, Bytes nonce) {
        this.suite = suite;
        this.prk = suite.hkdfExtract(nonce, projectKey);
    }

    /** Returns Noise's pre-shared key of this opener, which belongs to the caller. */
    public SecretBytes psk() {
        return suite.hkdfExpand(prk, PSK, Lengths.SECRET);
    }

    /** Returns the eight octets that stand before a cold message's Noise part: cheap to check before any DH. */
    public Bytes gate(Bytes opener, Bytes phoneEphemeral) {
        try (SecretBytes key = suite.hkdfExpand(prk, GATE, Lengths.SECRET)) {
            return suite.truncatedHmac(key, Lengths.GATE, opener, phoneEphemeral);
        }
    }

    /** Returns the key that seals the reader's certificate for {@code who}; used once per nonce. */
    public SecretBytes certificateKey() {
        return suite.hkdfExpand(prk, CERTIFICATE, Lengths.SECRET);
    }

    @Override
    public void close() {
        prk.close();
    }
}
