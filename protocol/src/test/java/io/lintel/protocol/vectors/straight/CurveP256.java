package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;

/** Suite 2: ECDH and ECDSA on P-256 of the Java platform; points are decompressed here. */
record CurveP256() implements Curve {
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger THREE = BigInteger.valueOf(3);

    @Override
    public int suite() {
        return 2;
    }

    @Override
    public String noiseName() {
        return "Noise_KXpsk0_P256_AESGCM_SHA256";
    }

    @Override
    public int keySize() {
        return 33;
    }

    @Override
    public Bytes publicKey(Bytes privateKey) {
        BigInteger scalar = new BigInteger(1, privateKey.toByteArray());
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (scalar.testBit(bit)) {
                sum = add(sum, parameters().getGenerator());
            }
        }
        return Bytes.concat(Bytes.of(sum.getAffineY().testBit(0) ? 3 : 2), octets(sum.getAffineX()));
    }

    private static ECPoint add(ECPoint a, ECPoint b) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        BigInteger slope = a.equals(b)
                ? a.getAffineX()
                        .pow(2)
                        .multiply(THREE)
                        .subtract(THREE)
                        .multiply(a.getAffineY().shiftLeft(1).modInverse(P))
                : b.getAffineY()
                        .subtract(a.getAffineY())
                        .multiply(b.getAffineX().subtract(a.getAffineX()).modInverse(P));
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(P);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(P);
        return new ECPoint(x, y);
    }

    @Override
    public Bytes agree(Bytes privateKey, Bytes publicKey) {
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(keys.generatePrivate(
                    new ECPrivateKeySpec(new BigInteger(1, privateKey.toByteArray()), parameters())));
            agreement.doPhase(keys.generatePublic(new ECPublicKeySpec(point(publicKey), parameters())), true);
            return Bytes.copyOf(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public boolean verify(Bytes publicKey, Bytes message, Bytes signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point(publicKey), parameters())));
            verifier.update(message.toByteArray());
            BigInteger s = new BigInteger(1, signature.slice(32, 64).toByteArray());
            boolean low = s.compareTo(parameters().getOrder().shiftRight(1)) <= 0;
            return low && verifier.verify(signature.toByteArray());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Undoes the compression: p is 3 modulo 4, so a square root is a power. */
    private static ECPoint point(Bytes compressed) {
        BigInteger x = new BigInteger(1, compressed.slice(1, 33).toByteArray());
        BigInteger square = x.pow(3).subtract(x.multiply(THREE)).add(B).mod(P);
        BigInteger y = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        if (!y.modPow(BigInteger.TWO, P).equals(square) || x.compareTo(P) >= 0) {
            throw new IllegalArgumentException("not a point of P-256");
        }
        return new ECPoint(x, y.testBit(0) == (compressed.get(0) == 3) ? y : P.subtract(y));
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            return curve.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Bytes octets(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] fixed = new byte[32];
        int from = Math.max(0, signed.length - 32);
        System.arraycopy(signed, from, fixed, 32 - (signed.length - from), signed.length - from);
        return Bytes.copyOf(fixed);
    }
}
