package io.lintel.crypto;

import java.security.SecureRandom;

/**
 * One suite's operations, each by the provider that was chosen for it.
 *
 * <p>Got from {@link Primitives#suite(Suite)}. Immutable and safe to share between threads. Whatever a peer can cause
 * to fail is a {@link CryptoException} or {@code false}; a key of another suite is an {@link IllegalArgumentException}
 * and a destroyed one an {@link IllegalStateException}.
 */
public final class CryptoSuite {
    private final Suite id;
    private final SecureRandom random;
    private final boolean allFromRandom;
    private final DiffieHellman dh;
    private final SignatureScheme signatures;
    private final Aead aead;
    private final Hash hash;
    private final NoiseSuite noise;

    CryptoSuite(Suite id, SecureRandom random, DiffieHellman dh, SignatureScheme signatures, Aead aead, Hash hash) {
        this(id, random, false, dh, signatures, aead, hash);
    }

    private CryptoSuite(
            Suite id,
            SecureRandom random,
            boolean allFromRandom,
            DiffieHellman dh,
            SignatureScheme signatures,
            Aead aead,
            Hash hash) {
        this.id = id;
        this.random = random;
        this.allFromRandom = allFromRandom;
        this.dh = dh;
        this.signatures = signatures;
        this.aead = aead;
        this.hash = hash;
        this.noise = new NoiseSuite(dh, aead, hash);
    }

    /** Returns this suite with another cipher, for a test that records what is sealed. */
    public CryptoSuite withAead(Aead replacement) {
        return new CryptoSuite(id, random, allFromRandom, dh, signatures, replacement, hash);
    }

    /** Returns this suite with another key agreement, for a test that counts. */
    public CryptoSuite withDiffieHellman(DiffieHellman replacement) {
        return new CryptoSuite(id, random, allFromRandom, replacement, signatures, aead, hash);
    }

    /** Returns this suite with another signature scheme, for a simulation that verifies the same statements again and again. */
    public CryptoSuite withSignatures(SignatureScheme replacement) {
        return new CryptoSuite(id, random, allFromRandom, dh, replacement, aead, hash);
    }

    /** Returns this suite with another hash, for a test that counts. */
    public CryptoSuite withHash(Hash replacement) {
        return new CryptoSuite(id, random, allFromRandom, dh, signatures, aead, replacement);
    }

    /**
     * Returns this suite with another source of randomness, for vectors, seeded simulations and hosts whose keys have to come from a source of
     * their own: ephemeral keys come out of it too, which a provider may draw by itself otherwise.
     */
    public CryptoSuite withRandom(SecureRandom replacement) {
        return new CryptoSuite(id, replacement, true, dh, signatures, aead, hash);
    }

    /** Which suite this is. */
    public Suite id() {
        return id;
    }

    /** The key agreement in use, to wrap it. */
    public DiffieHellman diffieHellman() {
        return dh;
    }

    /** The signature scheme in use, to wrap it. */
    public SignatureScheme signatures() {
        return signatures;
    }

    /** The cipher in use, to wrap it. */
    public Aead aead() {
        return aead;
    }

    /** The hash in use, to wrap it. */
    public Hash hash() {
        return hash;
    }

    /** The functions that a Noise handshake of this suite runs on. */
    public NoiseSuite noise() {
        return noise;
    }

    /** Makes a Diffie-Hellman key pair out of the randomness that was given. */
    public DhKeyPair generateDhKeyPair() {
        return dh.generateKeyPair(random);
    }

    /**
     * Makes a Diffie-Hellman key pair that is used once, the quickest way that the provider has: Conscrypt, and ACCP on P-256, draw it by
     * themselves, unless the suite is one {@linkplain #withRandom with a source of its own}; see {@link DiffieHellman#generateEphemeral}.
     */
    public DhKeyPair generateEphemeral() {
        return allFromRandom ? dh.generateKeyPair(random) : dh.generateEphemeral(random);
    }

    /**
     * Returns the key pair of a stored private key, which is copied.
     *
     * @throws CryptoException if the octets are no private key: another size, or for P-256 not in 1 to n - 1
     */
    public DhKeyPair dhKeyPair(SecretBytes privateKey) {
        return dh.keyPair(privateKey);
    }

    /**
     * Returns the checked form of a public key.
     *
     * @throws CryptoException if the size is wrong, or for P-256 the point is not compressed, has x not below p, or is
     *     not on the curve
     */
    public DhPublicKey dhPublicKey(Bytes encoded) {
        return dh.publicKey(encoded);
    }

    /**
     * Returns the 32 octets that both sides share, which the caller destroys. For P-256 that is the x coordinate.
     *
     * @throws CryptoException if X25519 gives zeros only, as it does for points of small order
     */
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        return dh.agree(mine, theirs);
    }

    /** Makes a key pair for signatures. */
    public SigningKeyPair generateSigningKeyPair() {
        return signatures.generateKeyPair(random);
    }

    /**
     * Returns the key pair of a stored private key, which is copied.
     *
     * @throws CryptoException if the octets are no private key of this suite
     */
    public SigningKeyPair signingKeyPair(SecretBytes privateKey) {
        return signatures.keyPair(privateKey);
    }

    /**
     * Returns the checked form of a public key.
     *
     * @throws CryptoException if the size is wrong, or the point is not on the curve or has a small order
     */
    public SigningPublicKey signingPublicKey(Bytes encoded) {
        return signatures.publicKey(encoded);
    }

    /**
     * Returns a signature of 64 octets: Ed25519 (RFC 8032), or ECDSA as raw r and s with s at most n / 2. Both are
     * deterministic, ECDSA by RFC 6979, so that published vectors can be replayed.
     */
    public Bytes sign(SigningPrivateKey key, Bytes message) {
        return signatures.sign(key, message);
    }

    /** Whether {@code signature} is right; false for whatever is malformed, and for an ECDSA s above n / 2. */
    public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
        return signatures.verify(key, message, signature);
    }

    /** Returns ciphertext and tag under AES-256-GCM; see {@link Aead#seal(SecretBytes, long, Bytes, byte[])}. */
    public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
        return aead.seal(key, nonce, associatedData, plaintext);
    }

    /**
     * Returns the plaintext of an AES-256-GCM ciphertext; see {@link Aead#open(SecretBytes, long, Bytes, byte[], int, int)}.
     *
     * @throws CryptoException if anything does not match
     */
    public byte[] open(SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
        return aead.open(key, nonce, associatedData, ciphertext, offset, length);
    }

    /** Returns ciphertext and tag; see {@link Aead#seal(SecretBytes, long, Bytes, Bytes)}. */
    public Bytes seal(SecretBytes key, long nonce, Bytes associatedData, Bytes plaintext) {
        return aead.seal(key, nonce, associatedData, plaintext);
    }

    /**
     * Returns the plaintext of what stands in a message behind {@code offset}; see {@link Aead#open(SecretBytes, long, Bytes,
     * Bytes, int)}.
     *
     * @throws CryptoException if anything does not match
     */
    public Bytes open(SecretBytes key, long nonce, Bytes associatedData, Bytes message, int offset) {
        return aead.open(key, nonce, associatedData, message, offset);
    }

    /**
     * Returns the plaintext of what stands in a message behind {@code offset}, where all before it is the associated data; see {@link
     * Aead#open(SecretBytes, long, Bytes, int)}.
     *
     * @throws CryptoException if anything does not match
     * @throws IndexOutOfBoundsException if {@code offset} is not inside the message
     */
    public Bytes open(SecretBytes key, long nonce, Bytes message, int offset) {
        return aead.open(key, nonce, message, offset);
    }

    /** Returns {@code front} with ciphertext and tag behind it; see {@link Aead#seal(Bytes, SecretBytes, long, Bytes, Bytes)}. */
    public Bytes seal(Bytes front, SecretBytes key, long nonce, Bytes associatedData, Bytes plaintext) {
        return aead.seal(front, key, nonce, associatedData, plaintext);
    }

    /** Returns the SHA-256 of all parts, one after the other. */
    public Bytes sha256(Bytes... parts) {
        return hash.digest(parts);
    }

    /** Returns the SHA-256 of two parts, one after the other. */
    public Bytes sha256(Bytes first, Bytes second) {
        return hash.digest(first, second);
    }

    /**
     * Returns the first octets of the HMAC-SHA256 of two parts, one after the other (RFC 2104 section 5).
     *
     * @param size at most 32
     */
    public Bytes truncatedHmac(SecretBytes key, int size, Bytes first, Bytes second) {
        return Bytes.copyOf(hash.hmac(key, first.octets(), second.octets()), 0, size);
    }

    /** Returns the first eight octets of the HMAC-SHA256 of two parts as a number, the first of them highest. */
    public long hmac64(SecretBytes key, Bytes first, Bytes second) {
        return hash.hmac64(key, first.octets(), second.octets());
    }

    /** Returns the HMAC-SHA256 of all parts, one after the other. Compare with {@link Bytes#constantTimeEquals}. */
    public Bytes hmac(SecretBytes key, Bytes... parts) {
        byte[][] arrays = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            arrays[i] = parts[i].octets();
        }
        return Bytes.wrap(hash.hmac(key, arrays));
    }

    /** Returns HKDF-SHA256's pseudorandom key, RFC 5869 section 2.2. */
    public SecretBytes hkdfExtract(Bytes salt, SecretBytes input) {
        return Hkdf.extract(hash, salt, input);
    }

    /** Returns HKDF-SHA256's keying material, RFC 5869 section 2.3; at most 8160 octets. */
    public SecretBytes hkdfExpand(SecretBytes pseudorandomKey, Bytes info, int size) {
        return Hkdf.expand(hash, pseudorandomKey, info, size);
    }

    /** The same with info in two parts, one after the other, and as many octets as the hash has. */
    public SecretBytes hkdfExpand(SecretBytes pseudorandomKey, Bytes info, Bytes moreInfo) {
        return Hkdf.expand(hash, pseudorandomKey, info, moreInfo);
    }

    /** Extracts and expands in one go. */
    public SecretBytes hkdf(Bytes salt, SecretBytes input, Bytes info, int size) {
        try (SecretBytes pseudorandomKey = hkdfExtract(salt, input)) {
            return hkdfExpand(pseudorandomKey, info, size);
        }
    }
}
