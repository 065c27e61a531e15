package io.lintel.crypto;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X448;

/** X448, which the published Noise vectors use and the product does not. */
final class X448Agreement implements DiffieHellman {
    private static final int SIZE = 56;

    @Override
    public String name() {
        return "448";
    }

    @Override
    public int keySize() {
        return SIZE;
    }

    @Override
    public DhKeyPair generateKeyPair(SecureRandom random) {
        return keyPair(SecretBytes.random(SIZE, random));
    }

    @Override
    public DhKeyPair keyPair(SecretBytes privateKey) {
        byte[] point = new byte[SIZE];
        X448.scalarMultBase(privateKey.copy(), 0, point, 0);
        return new DhKeyPair(new DhPrivateKey(name(), privateKey), new DhPublicKey(name(), Bytes.copyOf(point)));
    }

    @Override
    public DhPublicKey publicKey(Bytes encoded) {
        if (encoded.size() != SIZE) {
            throw new CryptoException();
        }
        return new DhPublicKey(name(), encoded);
    }

    @Override
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        byte[] shared = new byte[SIZE];
        if (!X448.calculateAgreement(mine.octets(), 0, theirs.encoded().octets(), 0, shared, 0)) {
            throw new CryptoException();
        }
        return SecretBytes.takeOwnership(shared);
    }
}
