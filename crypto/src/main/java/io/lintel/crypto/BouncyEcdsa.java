package io.lintel.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/** ECDSA on P-256 by Bouncy Castle. */
final class BouncyEcdsa extends EcdsaScheme {
    @Override
    void remember(SigningPublicKey key, ECPoint point) {
        key.parsed(this, ECPublicKeyParameters.class, encoded -> new ECPublicKeyParameters(point, P256.DOMAIN));
    }

    @Override
    boolean verifyRaw(SigningPublicKey key, byte[] message, BigInteger r, BigInteger s) {
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(
                false,
                key.parsed(
                        this,
                        ECPublicKeyParameters.class,
                        encoded -> new ECPublicKeyParameters(P256.decodePoint(encoded), P256.DOMAIN)));
        return verifier.verifySignature(sha256(message), r, s);
    }
}
