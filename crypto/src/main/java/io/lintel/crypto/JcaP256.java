package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/** ECDH on P-256 by a JCA provider, which only ever sees points that were checked here. */
final class JcaP256 extends P256Agreement {
    private final JcaKeys keys;
    private final JcaAgreement agreement;
    private final Optional<JcaGenerator> generator;

    private JcaP256(CryptoProvider wanted, Provider provider, JcaKeys keys) {
        this.keys = keys;
        this.agreement = new JcaAgreement(provider, "ECDH");
        this.generator =
                JcaGenerator.p256(wanted, provider).filter(drawing -> drawing.works(this::drawn, this::isOneKey));
    }

    static JcaP256 by(CryptoProvider wanted) throws GeneralSecurityException {
        return by(wanted, JcaLookup.require(wanted, "KeyAgreement", "ECDH"));
    }

    static JcaP256 by(CryptoProvider wanted, Provider provider) throws GeneralSecurityException {
        return new JcaP256(wanted, provider, new JcaKeys(KeyFactory.getInstance("EC", provider)));
    }

    /** Whether the provider's form of a private key, and what is parsed out of its octets, both belong to the public one. */
    private boolean isOneKey(DhKeyPair drawn) {
        DhPublicKey base = publicKey(Bytes.wrap(P256.DOMAIN.getG().getEncoded(true)));
        try (drawn;
                DhKeyPair parsedAnew = drawn.duplicate()) {
            Bytes point = drawn.publicKey().encoded();
            byte[] x = point.slice(1, P256.POINT_SIZE).toByteArray();
            return P256.publicPoint(drawn.privateKey().octets()).equals(point)
                    && Arrays.equals(multiply(drawn.privateKey(), base), x)
                    && Arrays.equals(multiply(parsedAnew.privateKey(), base), x);
        }
    }

    @Override
    public DhKeyPair generateEphemeral(SecureRandom random) {
        return generator.flatMap(this::drawn).orElseGet(() -> generateKeyPair(random));
    }

    /** Returns a key pair whose private half has its parsed form already; empty where the provider writes keys in a form of its own. */
    private Optional<DhKeyPair> drawn(JcaGenerator from) {
        KeyPair pair = from.draw();
        return pair.getPrivate() instanceof ECPrivateKey form
                ? KeyEncodings.p256PublicOctets(pair.getPublic().getEncoded()).map(point -> joined(form, point))
                : Optional.empty();
    }

    private DhKeyPair joined(ECPrivateKey form, byte[] point) {
        DhPrivateKey mine = new DhPrivateKey(NAME, SecretBytes.takeOwnership(P256.encodeScalar(form.getS())));
        mine.parsed(this, PrivateKey.class, octets -> form);
        return new DhKeyPair(mine, new DhPublicKey(NAME, Bytes.wrap(point)));
    }

    @Override
    void remember(DhPublicKey key, ECPoint point) {
        key.parsed(this, PublicKey.class, encoded -> parsePublic(point));
    }

    @Override
    void remember(DhPrivateKey scalar) {
        parsed(scalar);
    }

    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        PublicKey theirs = point.parsed(this, PublicKey.class, encoded -> parsePublic(P256.decodePoint(encoded)));
        return agreement.agree(parsed(scalar), theirs);
    }

    private PrivateKey parsed(DhPrivateKey scalar) {
        return scalar.parsed(this, PrivateKey.class, this::parsePrivate);
    }

    private PublicKey parsePublic(ECPoint point) {
        return keys.publicKey(KeyEncodings.p256Public(point));
    }

    private PrivateKey parsePrivate(byte[] encoded) {
        return keys.privateKey(KeyEncodings.p256Private(encoded));
    }
}
