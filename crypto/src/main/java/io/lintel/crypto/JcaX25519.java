package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/** X25519 by a JCA provider. */
final class JcaX25519 extends X25519Agreement {
    private static final Bytes BASE_POINT = Bytes.copyOf(basePoint());

    private final JcaKeys keys;
    private final JcaAgreement agreement;
    private final PublicKey base;
    private final boolean readsRaw;
    private final Optional<JcaGenerator> generator;

    private JcaX25519(CryptoProvider wanted, Provider provider, JcaKeys keys) {
        this.keys = keys;
        this.agreement = new JcaAgreement(provider, "XDH");
        this.base = keys.publicKey(KeyEncodings.x25519Public(BASE_POINT));
        this.readsRaw = readsRaw();
        this.generator =
                JcaGenerator.x25519(wanted, provider).filter(drawing -> drawing.works(this::drawn, this::isOneKey));
    }

    static JcaX25519 by(CryptoProvider wanted) throws GeneralSecurityException {
        return by(wanted, JcaLookup.require(wanted, "KeyAgreement", "XDH"));
    }

    static JcaX25519 by(CryptoProvider wanted, Provider provider) throws GeneralSecurityException {
        return new JcaX25519(wanted, provider, new JcaKeys(KeyFactory.getInstance("XDH", provider)));
    }

    /**
     * Whether the provider takes private keys without a frame, and agrees by them as RFC 7748 says. Conscrypt does, and it saves more than a
     * third of an agreement: out of PKCS #8 it computes the public key as well, and throws it away.
     */
    private boolean readsRaw() {
        byte[] scalar = KnownAnswers.X25519_SCALAR.toByteArray();
        try {
            return Arrays.equals(
                    KnownAnswers.X25519_PUBLIC.toByteArray(), agreement.agree(keys.rawPrivateKey(scalar), base));
        } catch (RuntimeException framedOnly) {
            return false; // CryptoException, or whatever the provider throws at what it does not know
        }
    }

    /** Whether the provider's form of a private key, and what is parsed out of its octets, both belong to the public one. */
    private boolean isOneKey(DhKeyPair drawn) {
        try (drawn;
                DhKeyPair parsedAnew = drawn.duplicate()) {
            Bytes point = drawn.publicKey().encoded();
            return multiplyBase(drawn.privateKey()).equals(point)
                    && multiplyBase(parsedAnew.privateKey()).equals(point);
        }
    }

    @Override
    public DhKeyPair generateEphemeral(SecureRandom random) {
        return generator.flatMap(this::drawn).orElseGet(() -> generateKeyPair(random));
    }

    /** Returns a key pair whose private half has its parsed form already; empty where the provider writes keys in a form of its own. */
    private Optional<DhKeyPair> drawn(JcaGenerator from) {
        KeyPair pair = from.draw();
        byte[] encoded = pair.getPrivate().getEncoded();
        try {
            return KeyEncodings.x25519PublicOctets(pair.getPublic().getEncoded())
                    .flatMap(point -> KeyEncodings.x25519PrivateOctets(encoded)
                            .map(scalar -> joined(scalar, pair.getPrivate(), point)));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private DhKeyPair joined(byte[] scalar, PrivateKey form, byte[] point) {
        DhPrivateKey mine = new DhPrivateKey(NAME, SecretBytes.takeOwnership(scalar));
        mine.parsed(this, PrivateKey.class, octets -> form);
        return new DhKeyPair(mine, new DhPublicKey(NAME, Bytes.wrap(point)));
    }

    private static byte[] basePoint() {
        byte[] point = new byte[SIZE];
        point[0] = 9; // RFC 7748 section 4.1
        return point;
    }

    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        return agreement.agree(parsed(scalar), point.parsed(this, PublicKey.class, this::parsePublic));
    }

    @Override
    Bytes multiplyBase(DhPrivateKey scalar) {
        return Bytes.wrap(agreement.agree(parsed(scalar), base));
    }

    private PrivateKey parsed(DhPrivateKey scalar) {
        return scalar.parsed(this, PrivateKey.class, this::parsePrivate);
    }

    private PublicKey parsePublic(Bytes encoded) {
        return keys.publicKey(KeyEncodings.x25519Public(encoded));
    }

    private PrivateKey parsePrivate(byte[] encoded) {
        return readsRaw ? keys.rawPrivateKey(encoded) : keys.privateKey(KeyEncodings.x25519Private(encoded));
    }
}
