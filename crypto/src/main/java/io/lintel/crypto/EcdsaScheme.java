package io.lintel.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What every provider of ECDSA on P-256 with SHA-256 has in common: raw r and s, low s only, and signing.
 *
 * <p>Signing is Bouncy Castle's whichever provider verifies, because it alone offers RFC 6979: the signature then
 * depends on no source of randomness, and published vectors replay on every machine.
 */
abstract class EcdsaScheme implements SignatureScheme {
    static final String NAME = "ECDSA-P256";

    private static final BigInteger HALF_ORDER = P256.DOMAIN.getN().shiftRight(1);

    /** Whether r and s, both in 1 to n - 1, sign the message. */
    abstract boolean verifyRaw(SigningPublicKey key, byte[] message, BigInteger r, BigInteger s);

    /** Turns a checked point into the provider's form and keeps it with the key. */
    abstract void remember(SigningPublicKey key, ECPoint point);

    @Override
    public final String name() {
        return NAME;
    }

    @Override
    public final SigningKeyPair generateKeyPair(SecureRandom random) {
        return own(P256.randomScalar(random));
    }

    @Override
    public final SigningKeyPair keyPair(SecretBytes privateKey) {
        return own(privateKey.duplicate());
    }

    private static SigningKeyPair own(SecretBytes scalar) {
        Bytes point = P256.publicPoint(scalar.octets());
        return new SigningKeyPair(new SigningPrivateKey(NAME, scalar), new SigningPublicKey(NAME, point));
    }

    @Override
    public final SigningPublicKey publicKey(Bytes encoded) {
        SigningPublicKey key = new SigningPublicKey(NAME, encoded);
        remember(key, P256.decodePoint(encoded));
        return key;
    }

    @Override
    public final Bytes sign(SigningPrivateKey key, Bytes message) {
        Algorithms.requireSame(NAME, key.algorithm());
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(P256.decodeScalar(key.octets()), P256.DOMAIN));
        BigInteger[] signature = signer.generateSignature(sha256(message.octets()));
        BigInteger s =
                signature[1].compareTo(HALF_ORDER) > 0 ? P256.DOMAIN.getN().subtract(signature[1]) : signature[1];
        return Bytes.concat(Bytes.wrap(P256.encodeScalar(signature[0])), Bytes.wrap(P256.encodeScalar(s)));
    }

    static byte[] sha256(byte[] message) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(message, 0, message.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    @Override
    public final boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
        Algorithms.requireSame(NAME, key.algorithm());
        if (signature.size() != SIGNATURE_SIZE) {
            return false;
        }
        BigInteger r = new BigInteger(1, signature.slice(0, P256.SCALAR_SIZE).octets());
        BigInteger s = new BigInteger(
                1, signature.slice(P256.SCALAR_SIZE, SIGNATURE_SIZE).octets());
        boolean inRange = r.signum() > 0
                && r.compareTo(P256.DOMAIN.getN()) < 0
                && s.signum() > 0
                && s.compareTo(HALF_ORDER) <= 0; // each signature has one form, so nobody can make a second
        return inRange && verifyRaw(key, message.octets(), r, s);
    }
}
