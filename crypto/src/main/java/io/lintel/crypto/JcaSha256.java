package io.lintel.crypto;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;

/**
 * SHA-256 by a JCA provider, and its HMAC (RFC 2104) on top. The provider's own HMAC would need an object, a key object and a
 * copy of the key for each call, which cost more than the hashing. Each thread has a digest that it uses again; it is reset
 * behind each use, because some hold their last result, which may be a key, until then.
 */
final class JcaSha256 implements Hash {
    private static final int SIZE = 32;
    private static final int BLOCK_SIZE = 64;
    private static final byte INNER = 0x36;
    private static final byte INNER_TO_OUTER = 0x36 ^ 0x5c;

    private final ThreadLocal<Workspace> workspaces;

    /** What one thread hashes with. */
    private static final class Workspace {
        final MessageDigest digest;
        final byte[] block = new byte[BLOCK_SIZE];
        final byte[] inner = new byte[SIZE];

        Workspace(MessageDigest digest) {
            this.digest = digest;
        }
    }

    JcaSha256(Provider provider) {
        this.workspaces = ThreadLocal.withInitial(() -> workspace(provider));
    }

    static JcaSha256 by(CryptoProvider wanted) {
        return new JcaSha256(JcaLookup.require(wanted, "MessageDigest", "SHA-256"));
    }

    private static Workspace workspace(Provider provider) {
        try {
            return new Workspace(MessageDigest.getInstance("SHA-256", provider));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " failed to hash", failed);
        }
    }

    @Override
    public String name() {
        return "SHA256";
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public Bytes digest(Bytes... parts) {
        MessageDigest digest = fresh(workspaces.get());
        try {
            for (Bytes part : parts) {
                digest.update(part.octets());
            }
            return Bytes.wrap(digest.digest());
        } finally {
            digest.reset();
        }
    }

    @Override
    public byte[] hmac(SecretBytes key, byte[]... parts) {
        byte[] octets = key.octets();
        Workspace workspace = workspaces.get();
        MessageDigest digest = fresh(workspace);
        byte[] block = workspace.block;
        try {
            begin(block, octets.length > BLOCK_SIZE ? digest.digest(octets) : octets);
            digest.update(block);
            for (byte[] part : parts) {
                digest.update(part);
            }
            digest.digest(workspace.inner, 0, SIZE);
            for (int i = 0; i < BLOCK_SIZE; i++) {
                block[i] ^= INNER_TO_OUTER;
            }
            digest.update(block);
            return digest.digest(workspace.inner);
        } catch (DigestException impossible) {
            throw new IllegalStateException("a digest that has no room for itself", impossible);
        } finally {
            digest.reset();
            Arrays.fill(block, (byte) 0);
            Arrays.fill(workspace.inner, (byte) 0);
        }
    }

    /** A key is padded with zeros to a block. */
    private static void begin(byte[] block, byte[] key) {
        Arrays.fill(block, INNER);
        for (int i = 0; i < key.length; i++) {
            block[i] ^= key[i];
        }
    }

    /** What an earlier call left when it was cut off is not hashed. */
    private static MessageDigest fresh(Workspace workspace) {
        MessageDigest digest = workspace.digest;
        digest.reset();
        return digest;
    }
}
