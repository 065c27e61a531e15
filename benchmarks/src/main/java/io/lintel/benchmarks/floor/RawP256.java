package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * ECDH on P-256. Points on the wire are compressed, which no JCA provider reads: Bouncy Castle finds the root for all of
 * them.
 */
final class RawP256 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
    private static final int SIZE = 32;

    private RawP256() {}

    private static BigInteger scalar() {
        return new BigInteger(1, Providers.random(SIZE)).mod(CURVE.getN());
    }

    private static ECPoint fresh(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
    }

    /** By a JCA provider. */
    record Jca(boolean drawsQuicker, KeyPairGenerator generator, KeyFactory factory, KeyAgreement agreement)
            implements RawCurve {
        static Jca by(CryptoProvider wanted) throws GeneralSecurityException {
            Provider provider = Providers.of(wanted, "KeyAgreement", "ECDH");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Jca(
                    Providers.drawsQuicker(wanted),
                    generator,
                    KeyFactory.getInstance("EC", provider),
                    KeyAgreement.getInstance("ECDH", provider));
        }

        /** As in {@code crypto}: where the provider is no quicker by itself, the base point is multiplied. */
        @Override
        public Step keyPair() {
            return drawsQuicker ? ownKeyPair() : () -> fresh(scalar()).getEncoded(true)[1];
        }

        @Override
        public Step point() {
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            int at = encoded.length - 2 * SIZE - 1;
            byte[] compressed = CURVE.getCurve()
                    .decodePoint(Arrays.copyOfRange(encoded, at, encoded.length))
                    .getEncoded(true);
            Kept key = new Kept();
            return () -> {
                byte[] whole = CURVE.getCurve().decodePoint(compressed).getEncoded(false);
                System.arraycopy(whole, 0, encoded, at, whole.length);
                return key.keep(factory.generatePublic(new X509EncodedKeySpec(encoded)));
            };
        }

        @Override
        public Step ownKeyPair() {
            return () -> generator.generateKeyPair().getPublic().getEncoded().length;
        }

        @Override
        public Step wholePoint() {
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            Kept key = new Kept();
            return () -> key.keep(factory.generatePublic(new X509EncodedKeySpec(encoded)));
        }

        @Override
        public Step agree() {
            KeyPair mine = generator.generateKeyPair();
            KeyPair theirs = generator.generateKeyPair();
            return () -> {
                agreement.init(mine.getPrivate());
                agreement.doPhase(theirs.getPublic(), true);
                return agreement.generateSecret()[0];
            };
        }
    }

    /** By Bouncy Castle. */
    record Bouncy() implements RawCurve {
        @Override
        public Step keyPair() {
            return () -> fresh(scalar()).getEncoded(true)[1];
        }

        @Override
        public Step point() {
            byte[] compressed = fresh(scalar()).getEncoded(true);
            Kept key = new Kept();
            return () -> key.keep(CURVE.getCurve().decodePoint(compressed));
        }

        @Override
        public Step ownKeyPair() {
            return () -> fresh(scalar()).getEncoded(false)[1];
        }

        @Override
        public Step wholePoint() {
            byte[] whole = fresh(scalar()).getEncoded(false);
            Kept key = new Kept();
            return () -> key.keep(CURVE.getCurve().decodePoint(whole));
        }

        @Override
        public Step agree() {
            BigInteger mine = scalar();
            ECPoint theirs = fresh(scalar());
            return () -> theirs.multiply(mine).normalize().getAffineXCoord().getEncoded()[0];
        }
    }
}
