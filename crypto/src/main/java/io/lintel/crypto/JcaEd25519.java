package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;

/** Ed25519 by a JCA provider. */
final class JcaEd25519 extends Ed25519Scheme {
    private static final String NAME_IN_JCA = "EdDSA";

    private final JcaKeys keys;
    private final JcaSignature signatures;

    private JcaEd25519(JcaSignature signatures, JcaKeys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    /**
     * {@code EdDSA} is the name that all providers share; the key says which curve. ACCP keeps its key factory to itself
     * and reads the keys that the JDK's makes.
     */
    static JcaEd25519 by(CryptoProvider wanted) throws GeneralSecurityException {
        Provider provider = JcaLookup.require(wanted, "Signature", NAME_IN_JCA);
        boolean ownFactory = provider.getService("KeyFactory", NAME_IN_JCA) != null;
        Provider keyMaker = ownFactory ? provider : JcaLookup.require(CryptoProvider.JDK, "KeyFactory", NAME_IN_JCA);
        KeyFactory factory = KeyFactory.getInstance(NAME_IN_JCA, keyMaker);
        return new JcaEd25519(new JcaSignature(provider, NAME_IN_JCA), new JcaKeys(factory));
    }

    @Override
    byte[] signRaw(SigningPrivateKey key, byte[] message) {
        return signatures.sign(key.parsed(this, PrivateKey.class, this::parsePrivate), message);
    }

    @Override
    boolean verifyRaw(SigningPublicKey key, byte[] message, byte[] signature) {
        return signatures.verify(key.parsed(this, PublicKey.class, this::parsePublic), message, signature);
    }

    private PublicKey parsePublic(Bytes encoded) {
        return keys.publicKey(KeyEncodings.ed25519Public(encoded));
    }

    private PrivateKey parsePrivate(byte[] encoded) {
        return keys.privateKey(KeyEncodings.ed25519Private(encoded));
    }
}
