package io.lintel.crypto;

import java.nio.ByteBuffer;
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
    private static final byte OUTER = 0x5c;

    private final ThreadLocal<Workspace> workspaces;

    ReusedSha256(Supplier<Workspace> workspaces) {
        this.workspaces = ThreadLocal.withInitial(workspaces);
    }

    /**
     * What one thread hashes with: a digest, and the two messages of an HMAC. Between two uses these hold no octet of a key, only
     * the pads that keys are added to.
     */
    abstract static class Workspace {
        private static final byte[] CLEAN_INNER = padded(INNER, BLOCK_SIZE);
        private static final byte[] CLEAN_OUTER = padded(OUTER, SIZE);

        private final byte[] inner = CLEAN_INNER.clone();
        private final byte[] outer = CLEAN_OUTER.clone();
        private final ByteBuffer outerNumbers = ByteBuffer.wrap(outer);
        private boolean inUse;

        private static byte[] padded(byte pad, int room) {
            byte[] message = new byte[BLOCK_SIZE + room];
            Arrays.fill(message, 0, BLOCK_SIZE, pad);
            return message;
        }

        abstract void update(byte[] octets, int length);

        /** Writes the hash of all that came since the last one into {@value ReusedSha256#SIZE} octets. */
        abstract void finish(byte[] target, int offset);

        abstract void reset();

        byte[] result() {
            byte[] result = new byte[SIZE];
            finish(result, 0);
            return result;
        }

        /** Begins a use; what one that could not be ended has left behind goes first. */
        void enter() {
            if (inUse) {
                clear();
            }
            inUse = true;
        }

        /** Begins a use and takes a key; one that is longer than a block is hashed. */
        void begin(byte[] key) {
            enter();
            if (key.length <= BLOCK_SIZE) {
                add(key, 0, key.length);
            } else {
                update(key, key.length);
                finish(outer, BLOCK_SIZE);
                add(outer, BLOCK_SIZE, SIZE);
            }
        }

        /** Goes on under the authenticator as the key. */
        void rekey() {
            authenticator(outer, BLOCK_SIZE);
            System.arraycopy(CLEAN_INNER, 0, inner, 0, BLOCK_SIZE);
            System.arraycopy(CLEAN_OUTER, 0, outer, 0, BLOCK_SIZE);
            add(outer, BLOCK_SIZE, SIZE);
        }

        private void add(byte[] key, int offset, int length) {
            for (int i = 0; i < length; i++) {
                inner[i] ^= key[offset + i];
                outer[i] ^= key[offset + i];
            }
        }

        /** Hashes the key's block and two parts; in one go where they are short, because a call may cost as much as a block. */
        void authenticate(byte[] first, byte[] second) {
            if (first.length + second.length <= BLOCK_SIZE) {
                System.arraycopy(first, 0, inner, BLOCK_SIZE, first.length);
                System.arraycopy(second, 0, inner, BLOCK_SIZE + first.length, second.length);
                update(inner, BLOCK_SIZE + first.length + second.length);
            } else {
                update(inner, BLOCK_SIZE);
                update(first, first.length);
                update(second, second.length);
            }
        }

        /** The same with three parts. */
        void authenticate(byte[] first, byte[] second, byte[] third) {
            if (first.length + second.length + third.length <= BLOCK_SIZE) {
                System.arraycopy(first, 0, inner, BLOCK_SIZE, first.length);
                System.arraycopy(second, 0, inner, BLOCK_SIZE + first.length, second.length);
                System.arraycopy(third, 0, inner, BLOCK_SIZE + first.length + second.length, third.length);
                update(inner, BLOCK_SIZE + first.length + second.length + third.length);
            } else {
                update(inner, BLOCK_SIZE);
                update(first, first.length);
                update(second, second.length);
                update(third, third.length);
            }
        }

        /** The same with any number of parts. */
        void authenticate(byte[][] parts) {
            int length = 0;
            for (byte[] part : parts) {
                length = Math.addExact(length, part.length);
            }
            if (length <= BLOCK_SIZE) {
                int at = BLOCK_SIZE;
                for (byte[] part : parts) {
                    System.arraycopy(part, 0, inner, at, part.length);
                    at += part.length;
                }
                update(inner, at);
            } else {
                update(inner, BLOCK_SIZE);
                for (byte[] part : parts) {
                    update(part, part.length);
                }
            }
        }

        byte[] authenticator() {
            byte[] result = new byte[SIZE];
            authenticator(result, 0);
            return result;
        }

        /** Writes the authenticator of all parts since the last one into {@value ReusedSha256#SIZE} octets; the key stays. */
        void authenticator(byte[] target, int offset) {
            finish(outer, BLOCK_SIZE);
            update(outer, outer.length);
            finish(target, offset);
        }

        /** Returns the first eight octets of the authenticator. */
        long authenticator64() {
            authenticator(outer, BLOCK_SIZE);
            return outerNumbers.getLong(BLOCK_SIZE);
        }

        /** Ends a use without a key. */
        void leave() {
            reset();
            inUse = false;
        }

        /** Ends a use with a key; the key goes even where the digest cannot be reset. */
        void clear() {
            System.arraycopy(CLEAN_INNER, 0, inner, 0, inner.length);
            System.arraycopy(CLEAN_OUTER, 0, outer, 0, outer.length);
            leave();
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
            workspace.enter();
            for (Bytes part : parts) {
                workspace.update(part.octets(), part.size());
            }
            return Bytes.wrap(workspace.result());
        } finally {
            workspace.leave();
        }
    }

    @Override
    public final Bytes digest(Bytes first, Bytes second) {
        Workspace workspace = workspaces.get();
        try {
            workspace.enter();
            workspace.update(first.octets(), first.size());
            workspace.update(second.octets(), second.size());
            return Bytes.wrap(workspace.result());
        } finally {
            workspace.leave();
        }
    }

    @Override
    public final void mixHash(byte[] hash, Bytes data) {
        mixHash(hash, data.octets(), Hkdf.NOTHING);
    }

    @Override
    public final void mixHash(byte[] hash, SecretBytes data) {
        mixHash(hash, data.octets(), Hkdf.NOTHING);
    }

    @Override
    public final void mixHash(byte[] hash, Bytes first, Bytes second) {
        mixHash(hash, first.octets(), second.octets());
    }

    private void mixHash(byte[] hash, byte[] first, byte[] second) {
        if (hash.length != SIZE) {
            throw new IllegalArgumentException("a hash has " + SIZE + " octets, not " + hash.length);
        }
        Workspace workspace = workspaces.get();
        try {
            workspace.enter();
            workspace.update(hash, SIZE);
            workspace.update(first, first.length);
            if (second.length > 0) {
                workspace.update(second, second.length);
            }
            workspace.finish(hash, 0);
        } finally {
            workspace.leave();
        }
    }

    @Override
    public final byte[] hmac(SecretBytes key, byte[]... parts) {
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(key.octets());
            workspace.authenticate(parts);
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
            workspace.authenticate(first, second);
            return workspace.authenticator();
        } finally {
            workspace.clear();
        }
    }

    @Override
    public final byte[] hmac(SecretBytes key, byte[] first, byte[] second, byte[] third) {
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(key.octets());
            workspace.authenticate(first, second, third);
            return workspace.authenticator();
        } finally {
            workspace.clear();
        }
    }

    @Override
    public final void chain(byte[] chainingKey, byte[] input, byte[] second, byte[] third) {
        Hkdf.requireOutputs(this, chainingKey, second, third);
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(chainingKey);
            workspace.authenticate(input, Hkdf.NOTHING);
            workspace.rekey();
            workspace.authenticate(Hkdf.NOTHING, Hkdf.FIRST);
            workspace.authenticator(chainingKey, 0);
            if (second.length > 0) {
                workspace.authenticate(chainingKey, Hkdf.SECOND);
                workspace.authenticator(second, 0);
            }
            if (third.length > 0) {
                workspace.authenticate(second, Hkdf.THIRD);
                workspace.authenticator(third, 0);
            }
        } finally {
            workspace.clear();
        }
    }

    @Override
    public final long hmac64(SecretBytes key, byte[] first, byte[] second) {
        Workspace workspace = workspaces.get();
        try {
            workspace.begin(key.octets());
            workspace.authenticate(first, second);
            return workspace.authenticator64();
        } finally {
            workspace.clear();
        }
    }
}
