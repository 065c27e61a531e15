package io.lintel.crypto;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.math.ec.ECPoint;

/** Verification of ECDSA on P-256 by a JCA provider. */
final class JcaEcdsa extends EcdsaScheme {
    private static final int DER_INTEGER = 2;
    private static final int DER_SEQUENCE = 0x30;

    private final JcaKeys keys;
    private final JcaSignature signatures;

    private JcaEcdsa(JcaSignature signatures, JcaKeys keys) {
        this.signatures = signatures;
        this.keys = keys;
    }

    /** Every provider has the DER form, some lack the raw one. */
    static JcaEcdsa by(CryptoProvider wanted) throws GeneralSecurityException {
        Provider provider = JcaLookup.require(wanted, "Signature", "SHA256withECDSA");
        KeyFactory factory = KeyFactory.getInstance("EC", provider);
        return new JcaEcdsa(new JcaSignature(provider, "SHA256withECDSA"), new JcaKeys(factory));
    }

    @Override
    void remember(SigningPublicKey key, ECPoint point) {
        key.parsed(this, PublicKey.class, encoded -> parse(point));
    }

    @Override
    boolean verifyRaw(SigningPublicKey key, byte[] message, BigInteger r, BigInteger s) {
        PublicKey parsed = key.parsed(this, PublicKey.class, encoded -> parse(P256.decodePoint(encoded)));
        return signatures.verify(parsed, message, der(r.toByteArray(), s.toByteArray()));
    }

    private PublicKey parse(ECPoint point) {
        return keys.publicKey(KeyEncodings.p256Public(point));
    }

    /** Two integers of at most 33 octets make a sequence whose length fits one octet. */
    private static byte[] der(byte[] r, byte[] s) {
        int content = r.length + s.length + 4;
        return ByteBuffer.allocate(content + 2)
                .put((byte) DER_SEQUENCE)
                .put((byte) content)
                .put((byte) DER_INTEGER)
                .put((byte) r.length)
                .put(r)
                .put((byte) DER_INTEGER)
                .put((byte) s.length)
                .put(s)
                .array();
    }
}
