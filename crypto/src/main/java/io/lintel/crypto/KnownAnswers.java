package io.lintel.crypto;

/**
 * The known answers that a provider has to give, and the forgeries that it has to refuse, before it is used: one that is
 * broken on this machine is skipped rather than trusted. A failed check is a {@link CryptoException}.
 */
final class KnownAnswers {
    /** Alice's keys of RFC 7748 section 6.1. */
    static final Bytes X25519_SCALAR = Bytes.ofHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");

    static final Bytes X25519_PUBLIC = Bytes.ofHex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");

    private KnownAnswers() {}

    /** RFC 7748 section 6.1, and the point zero, whose product has to be refused. */
    static void x25519(DiffieHellman dh) {
        DhKeyPair alice = dh.keyPair(SecretBytes.copyOf(X25519_SCALAR.octets()));
        check(alice.publicKey().encoded().equals(X25519_PUBLIC));
        DhPublicKey bob = dh.publicKey(Bytes.ofHex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        check(dh.agree(alice.privateKey(), bob)
                .equals(secret("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")));
        DhPublicKey zero = dh.publicKey(Bytes.ofHex("00".repeat(32)));
        refuses(() -> dh.agree(alice.privateKey(), zero));
    }

    /** Project Wycheproof, {@code ecdh_secp256r1_ecpoint_test.json}, case 1. */
    static void p256(DiffieHellman dh) {
        DhKeyPair mine = dh.keyPair(secret("0612465c89a023ab17855b0a6bcebfd3febb53aef84138647b5352e02c10c346"));
        DhPublicKey theirs =
                dh.publicKey(Bytes.ofHex("0362d5bd3372af75fe85a040715d0f502428e07046868b0bfdfa61d731afe44f26"));
        check(dh.agree(mine.privateKey(), theirs)
                .equals(secret("53020d908b0219328b658b525f26780e3ae12bcd952bb25a93bc0895e1714285")));
    }

    /** RFC 8032 section 7.1, test 2. */
    static void ed25519(SignatureScheme scheme) {
        SigningKeyPair pair =
                scheme.keyPair(secret("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        Bytes message = Bytes.of(0x72);
        Bytes signature = Bytes.ofHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        check(scheme.sign(pair.privateKey(), message).equals(signature));
        check(scheme.verify(pair.publicKey(), message, signature));
        check(!scheme.verify(pair.publicKey(), Bytes.of(0x73), signature));
    }

    /**
     * RFC 6979 appendix A.2.5, SHA-256, message "sample", with n - s for s: ours are low. Then Project Wycheproof, {@code
     * ecdsa_secp256r1_sha256_p1363_test.json}, case 257, again with n - s: r stands for an x coordinate above n, which
     * the JDK's provider forgets in version 17, and no longer in 25.
     */
    static void ecdsa(SignatureScheme scheme) {
        SigningPublicKey key =
                scheme.publicKey(Bytes.ofHex("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"));
        Bytes signature = Bytes.ofHex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                + "0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9");
        check(scheme.verify(key, Bytes.utf8("sample"), signature));
        check(!scheme.verify(key, Bytes.utf8("simple"), signature));
        SigningPublicKey keyOfLargeX =
                scheme.publicKey(Bytes.ofHex("02ce24c99032d52ac6ead23c0ae3ec68ef41e51a281fd457808c83136d7dcce90e"));
        Bytes three = Bytes.ofHex("00".repeat(31) + "03");
        check(scheme.verify(keyOfLargeX, Bytes.utf8("hello, world"), Bytes.concat(three, three)));
    }

    /** The GCM specification of McGrew and Viega, test case 14, and the same with one bit of the tag flipped. */
    static void aesGcm(Aead aead) {
        SecretBytes key = secret("00".repeat(32));
        byte[] plaintext = new byte[16];
        byte[] sealed = aead.seal(key, 0, Bytes.EMPTY, plaintext);
        check(Bytes.copyOf(sealed)
                .equals(Bytes.ofHex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")));
        check(Bytes.copyOf(aead.open(key, 0, Bytes.EMPTY, sealed, 0, sealed.length))
                .equals(Bytes.copyOf(plaintext)));
        sealed[sealed.length - 1] ^= 1;
        refuses(() -> aead.open(key, 0, Bytes.EMPTY, sealed, 0, sealed.length));
    }

    /** FIPS 180-4's example "abc", and RFC 4231 section 4.3. */
    static void sha256(Hash hash) {
        check(hash.digest(Bytes.utf8("ab"), Bytes.utf8("c"))
                .equals(Bytes.ofHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
        SecretBytes key = SecretBytes.copyOf(Bytes.utf8("Jefe").octets());
        byte[] mac = hash.hmac(key, Bytes.utf8("what do ya want for nothing?").octets());
        check(Bytes.copyOf(mac)
                .equals(Bytes.ofHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")));
    }

    private static SecretBytes secret(String hex) {
        return SecretBytes.copyOf(Bytes.ofHex(hex).octets());
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new CryptoException();
        }
    }

    private static void refuses(Runnable forgery) {
        boolean refused = false;
        try {
            forgery.run();
        } catch (CryptoException expected) {
            refused = true;
        }
        check(refused);
    }
}
