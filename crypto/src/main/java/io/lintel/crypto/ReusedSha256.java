package io.lintel.crypto;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * SHA-256 and its HMAC (RFC 2104) over a digest that each thread uses again. A provider's own HMAC would need an object, a key
 * object and a copy of the key for each call, which cost more than the hashing. Digests are reset behind each use, because some
 * hold their last result, which may be a key, until then.
 */
abstract class ReusedSha256 implements Hash {
    static final int SIZE = 32;

    private static final int BLOCK_SIZE = 64;
    private static final byte INNER = 0x36;
    private static final byte INNER_TO_OUTER = 0x36 ^ 0x5c;

    private final ThreadLocal<Workspace> workspaces;

    ReusedSha256(Supplier<Workspace> workspaces) {
        this.workspaces = ThreadLocal.withInitial(workspaces);
    }

    /** What one thread hashes with. */
    abstract static class Workspace {
        private final byte[] block = new byte[BLOCK_SIZE];
        private final byte[] inner = new byte[SIZE];

        abstract void update(byte[] octets);

        /** Writes the hash of all that came since the last one into {@value ReusedSha256#SIZE} octets. */
        abstract void finish(byte[] target);

        abstract void reset();

        byte[] result() {
            byte[] result = new byte[SIZE];
            finish(result);
            return result;
        }

        void begin(byte[] key) {
            Arrays.fill(block, INNER);
            if (key.length > BLOCK_SIZE) {
                update(key);
                finish(inner);
                mask(inner);
            } else {
                mask(key);
            }
            update(block);
        }

        /** A key is padded with zeros to a block. */
        private void mask(byte[] key) {
            for (int i = 0; i < key.length; i++) {
                block[i] ^= key[i];
            }
        }

        byte[] authenticator() {
            finish(inner);
            for (int i = 0; i < BLOCK_SIZE; i++) {
                block[i] ^= INNER_TO_OUTER;
            }
            update(block);
            update(inner);
            return result();
        }

        void clear() {
            reset();
            Arrays.fill(block, (byte) 0);
            Arrays.fill(inner, (byte) 0);
        }
    }

    @Override
    public final String name() {
        return "SHA256";
    }

    @Override
    public final int size() {
        return SIZE;
    }

    @Override
    public final Bytes digest(Bytes... parts) {
        Workspace workspace = workspaces.get();
        try {
            for (Bytes part : parts) {
                workspace.update(part.octets());
            }
            return Bytes.wrap(workspace.result());
        } finally {
            workspace.reset();
        }
    }

    @Override
    public final Bytes digest(Bytes first, Bytes second) {
        Workspace workspace = workspaces.get();
        try {
            workspace.update(first.octets());
            workspace.update(second.octets());
            return Bytes.wrap(workspace.result());
        } finally {
            workspace.reset();
        }
    }

    @Override
    public final byte[] hmac(SecretBytes key, byte[]... parts) {
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(key.octets());
            for (byte[] part : parts) {
                workspace.update(part);
            }
            return workspace.authenticator();
        } finally {
            workspace.clear();
        }
    }

    @Override
    public final byte[] hmac(SecretBytes key, byte[] first, byte[] second) {
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(key.octets());
            workspace.update(first);
            workspace.update(second);
            return workspace.authenticator();
        } finally {
            workspace.clear();
        }
    }
}
