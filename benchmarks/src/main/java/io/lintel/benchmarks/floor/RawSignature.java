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

/** Signatures that are checked by a key that is parsed, by one provider. */
@FunctionalInterface
interface RawSignature {
    /** Returns the check of a signature over so many octets. */
    Step verification(int octets) throws GeneralSecurityException;

    static RawSignature of(Suite suite, CryptoProvider provider) {
        boolean bouncy = provider == CryptoProvider.BOUNCY_CASTLE;
        return switch (suite) {
            case X25519 -> bouncy ? RawSignature::bouncyEd25519 : octets -> jcaEd25519(provider, octets);
            case P256 -> bouncy ? RawSignature::bouncyEcdsa : octets -> jcaEcdsa(provider, octets);
        };
    }

    private static Step jcaEd25519(CryptoProvider wanted, int octets) throws GeneralSecurityException {
        Provider provider = Providers.of(wanted, "Signature", "EdDSA");
        boolean own = provider.getService("KeyPairGenerator", "Ed25519") != null;
        KeyPair pair = (own
                        ? KeyPairGenerator.getInstance("Ed25519", provider)
                        : KeyPairGenerator.getInstance("Ed25519", "SunEC"))
                .generateKeyPair();
        return check(Signature.getInstance("EdDSA", provider), pair, octets);
    }

    private static Step jcaEcdsa(CryptoProvider wanted, int octets) throws GeneralSecurityException {
        Provider provider = Providers.of(wanted, "Signature", "SHA256withECDSA");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return check(Signature.getInstance("SHA256withECDSA", provider), generator.generateKeyPair(), octets);
    }

    private static Step check(Signature signature, KeyPair pair, int octets) throws GeneralSecurityException {
        byte[] message = Providers.random(octets);
        signature.initSign(pair.getPrivate());
        signature.update(message);
        byte[] signed = signature.sign();
        return () -> {
            signature.initVerify(pair.getPublic());
            signature.update(message);
            return asNumber(signature.verify(signed));
        };
    }

    private static Step bouncyEd25519(int octets) throws GeneralSecurityException {
        byte[] seed = Providers.random(Ed25519.SECRET_KEY_SIZE);
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        byte[] message = Providers.random(octets);
        byte[] signed = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, octets, signed, 0);
        PublicPoint parsed = Ed25519.validatePublicKeyPartialExport(point, 0);
        if (parsed == null) {
            throw new GeneralSecurityException("a point that was just made is not on the curve");
        }
        return () -> asNumber(Ed25519.verify(signed, 0, parsed, message, 0, message.length));
    }

    private static Step bouncyEcdsa(int octets) {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        ECDomainParameters domain = new ECDomainParameters(curve);
        BigInteger secret = new BigInteger(1, Providers.random(32)).mod(curve.getN());
        byte[] message = Providers.random(octets);
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, domain));
        BigInteger[] signed = signer.generateSignature(sha256(message));
        ECPublicKeyParameters key =
                new ECPublicKeyParameters(curve.getG().multiply(secret).normalize(), domain);
        ECDSASigner verifier = new ECDSASigner();
        return () -> {
            verifier.init(false, key);
            return asNumber(verifier.verifySignature(sha256(message), signed[0], signed[1]));
        };
    }

    private static byte[] sha256(byte[] message) {
        SHA256Digest digest = new SHA256Digest();
        digest.update(message, 0, message.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return result;
    }

    private static int asNumber(boolean good) throws GeneralSecurityException {
        if (!good) {
            throw new GeneralSecurityException("a signature that was just made does not fit");
        }
        return 1;
    }
}
