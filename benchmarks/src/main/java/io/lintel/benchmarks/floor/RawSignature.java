package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** Signatures by keys that are parsed, by one provider. */
interface RawSignature {
    /** Returns the signing of so many octets. */
    Step signature(int octets) throws GeneralSecurityException;

    /** Returns the check of a signature over so many octets. */
    Step verification(int octets) throws GeneralSecurityException;

    static RawSignature of(Suite suite, CryptoProvider provider) throws GeneralSecurityException {
        boolean bouncy = provider == CryptoProvider.BOUNCY_CASTLE;
        return switch (suite) {
            case X25519 -> bouncy ? new BouncyEd25519() : Jca.ed25519(provider);
            case P256 -> bouncy ? new BouncyEcdsa() : Jca.ecdsa(provider);
        };
    }

    private static int asNumber(boolean good) throws GeneralSecurityException {
        if (!good) {
            throw new GeneralSecurityException("a signature that was just made does not fit");
        }
        return 1;
    }

    /** By a JCA provider. */
    record Jca(Signature signature, KeyPair pair) implements RawSignature {
        static Jca ed25519(CryptoProvider wanted) throws GeneralSecurityException {
            Provider provider = Providers.of(wanted, "Signature", "EdDSA");
            boolean own = provider.getService("KeyPairGenerator", "Ed25519") != null;
            KeyPairGenerator generator = own
                    ? KeyPairGenerator.getInstance("Ed25519", provider)
                    : KeyPairGenerator.getInstance("Ed25519", "SunEC");
            return new Jca(Signature.getInstance("EdDSA", provider), generator.generateKeyPair());
        }

        static Jca ecdsa(CryptoProvider wanted) throws GeneralSecurityException {
            Provider provider = Providers.of(wanted, "Signature", "SHA256withECDSA");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new Jca(Signature.getInstance("SHA256withECDSA", provider), generator.generateKeyPair());
        }

        @Override
        public Step signature(int octets) {
            byte[] message = Providers.random(octets);
            return () -> sign(message)[0];
        }

        @Override
        public Step verification(int octets) throws GeneralSecurityException {
            byte[] message = Providers.random(octets);
            byte[] signed = sign(message);
            return () -> {
                signature.initVerify(pair.getPublic());
                signature.update(message);
                return asNumber(signature.verify(signed));
            };
        }

        private byte[] sign(byte[] message) throws GeneralSecurityException {
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        }
    }

    /** Ed25519 by Bouncy Castle. */
    record BouncyEd25519() implements RawSignature {
        @Override
        public Step signature(int octets) {
            byte[] seed = Providers.random(Ed25519.SECRET_KEY_SIZE);
            byte[] message = Providers.random(octets);
            return () -> sign(seed, message)[0];
        }

        @Override
        public Step verification(int octets) throws GeneralSecurityException {
            byte[] seed = Providers.random(Ed25519.SECRET_KEY_SIZE);
            byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
            Ed25519.generatePublicKey(seed, 0, point, 0);
            byte[] message = Providers.random(octets);
            byte[] signed = sign(seed, message);
            PublicPoint parsed = Ed25519.validatePublicKeyPartialExport(point, 0);
            if (parsed == null) {
                throw new GeneralSecurityException("a point that was just made is not on the curve");
            }
            return () -> asNumber(Ed25519.verify(signed, 0, parsed, message, 0, message.length));
        }

        private static byte[] sign(byte[] seed, byte[] message) {
            byte[] signed = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(seed, 0, message, 0, message.length, signed, 0);
            return signed;
        }
    }

    /** ECDSA by Bouncy Castle, deterministic (RFC 6979). */
    record BouncyEcdsa() implements RawSignature {
        private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
        private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

        @Override
        public Step signature(int octets) {
            BigInteger secret = secret();
            byte[] message = Providers.random(octets);
            return () -> sign(secret, message)[0].intValue();
        }

        @Override
        public Step verification(int octets) {
            BigInteger secret = secret();
            byte[] message = Providers.random(octets);
            BigInteger[] signed = sign(secret, message);
            ECPublicKeyParameters key =
                    new ECPublicKeyParameters(CURVE.getG().multiply(secret).normalize(), DOMAIN);
            ECDSASigner verifier = new ECDSASigner();
            return () -> {
                verifier.init(false, key);
                return asNumber(verifier.verifySignature(sha256(message), signed[0], signed[1]));
            };
        }

        private static BigInteger secret() {
            return new BigInteger(1, Providers.random(32)).mod(CURVE.getN());
        }

        private static BigInteger[] sign(BigInteger secret, byte[] message) {
            ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
            return signer.generateSignature(sha256(message));
        }

        private static byte[] sha256(byte[] message) {
            SHA256Digest digest = new SHA256Digest();
            digest.update(message, 0, message.length);
            byte[] result = new byte[digest.getDigestSize()];
            digest.doFinal(result, 0);
            return result;
        }
    }
}
