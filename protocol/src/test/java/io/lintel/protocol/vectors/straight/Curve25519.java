package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Suite 1: X25519 (RFC 7748) and Ed25519 (RFC 8032) of the Java platform. */
record Curve25519() implements Curve {
    private static final BigInteger BASE = BigInteger.valueOf(9);

    @Override
    public int suite() {
        return 1;
    }

    @Override
    public String noiseName() {
        return "Noise_KXpsk0_25519_AESGCM_SHA256";
    }

    @Override
    public int keySize() {
        return 32;
    }

    @Override
    public Bytes publicKey(Bytes privateKey) {
        return multiply(privateKey, BASE);
    }

    @Override
    public Bytes agree(Bytes privateKey, Bytes publicKey) {
        return multiply(privateKey, littleEndian(publicKey).clearBit(255));
    }

    private static Bytes multiply(Bytes scalar, BigInteger u) {
        try {
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(
                    keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar.toByteArray())));
            agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u)), true);
            return Bytes.copyOf(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        BigInteger encoded = littleEndian(publicKey);
        EdECPoint point = new EdECPoint(encoded.testBit(255), encoded.clearBit(255));
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message.toByteArray());
            return verifier.verify(signature.toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static BigInteger littleEndian(Bytes octets) {
        byte[] reversed = new byte[octets.size()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = octets.get(reversed.length - 1 - i);
        }
        return new BigInteger(1, reversed);
    }
}
