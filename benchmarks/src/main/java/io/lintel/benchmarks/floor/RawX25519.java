package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.EncodedKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519. */
final class RawX25519 {
    private static final int SIZE = 32;

    /** Where the octets of a private key stand in PKCS #8 (RFC 8410 section 7). */
    private static final int PRIVATE_KEY = 16;

    private RawX25519() {}

    /** By a JCA provider. */
    record Jca(boolean drawsQuicker, KeyPairGenerator generator, KeyFactory factory, KeyAgreement agreement)
            implements RawCurve {
        static Jca by(CryptoProvider wanted) throws GeneralSecurityException {
            Provider provider = Providers.of(wanted, "KeyAgreement", "XDH");
            // "XDH" is X25519 unless told otherwise, in both that have it.
            return new Jca(
                    Providers.drawsQuicker(wanted),
                    KeyPairGenerator.getInstance("XDH", provider),
                    KeyFactory.getInstance("XDH", provider),
                    KeyAgreement.getInstance("XDH", provider));
        }

        /** As in {@code crypto}: where the provider is no quicker by itself, the base point is multiplied. */
        @Override
        public Step keyPair() throws GeneralSecurityException {
            if (drawsQuicker) {
                return ownKeyPair();
            }
            Scalars scalars = scalars();
            byte[] basePoint = generator.generateKeyPair().getPublic().getEncoded();
            Arrays.fill(basePoint, basePoint.length - SIZE, basePoint.length, (byte) 0);
            basePoint[basePoint.length - SIZE] = 9; // RFC 7748 section 4.1
            PublicKey base = factory.generatePublic(new X509EncodedKeySpec(basePoint));
            byte[] scalar = new byte[SIZE];
            return () -> {
                Providers.RANDOM.nextBytes(scalar);
                agreement.init(scalars.parse(scalar));
                agreement.doPhase(base, true);
                return agreement.generateSecret()[0];
            };
        }

        /** Conscrypt takes a scalar without a frame; out of PKCS #8 it computes a public key that nobody asks for. */
        private Scalars scalars() {
            Scalars raw = scalar -> factory.generatePrivate(new RawKeySpec(scalar));
            try {
                raw.parse(new byte[SIZE]);
                return raw;
            } catch (GeneralSecurityException framedOnly) {
                byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
                return scalar -> {
                    System.arraycopy(scalar, 0, encoded, PRIVATE_KEY, SIZE);
                    return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
                };
            }
        }

        @Override
        public Step point() {
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            Kept key = new Kept();
            return () -> key.keep(factory.generatePublic(new X509EncodedKeySpec(encoded)));
        }

        @Override
        public Step ownKeyPair() {
            return () -> generator.generateKeyPair().getPublic().getEncoded().length;
        }

        /** All points are. */
        @Override
        public Step wholePoint() {
            return point();
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

    /** Makes a private key of its octets. */
    private interface Scalars {
        PrivateKey parse(byte[] scalar) throws GeneralSecurityException;
    }

    /** Octets without a frame. */
    private static final class RawKeySpec extends EncodedKeySpec {
        RawKeySpec(byte[] octets) {
            super(octets);
        }

        @Override
        public String getFormat() {
            return "raw";
        }
    }

    /** By Bouncy Castle. */
    record Bouncy() implements RawCurve {
        @Override
        public Step keyPair() {
            byte[] scalar = new byte[SIZE];
            return () -> {
                Providers.RANDOM.nextBytes(scalar);
                byte[] point = new byte[SIZE];
                X25519.scalarMultBase(scalar, 0, point, 0);
                return point[0];
            };
        }

        /** Its API takes octets. */
        @Override
        public Step point() {
            return () -> 0;
        }

        @Override
        public Step ownKeyPair() {
            return keyPair();
        }

        @Override
        public Step wholePoint() {
            return point();
        }

        @Override
        public Step agree() {
            byte[] scalar = Providers.random(SIZE);
            byte[] point = new byte[SIZE];
            byte[] result = new byte[SIZE];
            X25519.scalarMultBase(Providers.random(SIZE), 0, point, 0);
            return () -> {
                X25519.scalarMult(scalar, 0, point, 0, result, 0);
                return result[0];
            };
        }
    }
}
