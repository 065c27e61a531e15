package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;

/**
 * Remembers on which line a key stood first, in 21 to 43 octets a key: 64 bits of the key's SHA-256 and the line. Two keys
 * that share those bits by chance (one pair in 10^9 files of 100,000 lines) look like a duplicate, which is refused.
 */
public final class LineIndex {

    private static final int FIRST_CAPACITY = 1024;

    private long[] keys = new long[FIRST_CAPACITY];
    private long[] lines = new long[FIRST_CAPACITY];
    private int size;

    /** Returns the line on which the key stood before, or 0 and remembers this line, which is not 0. */
    public long firstLine(String key, long line) {
        long hash = hash(key);
        int slot = slot(keys, lines, hash);
        if (lines[slot] != 0) {
            return lines[slot];
        }
        keys[slot] = hash;
        lines[slot] = line;
        size++;
        if (4 * size > 3 * keys.length) {
            grow();
        }
        return 0;
    }

    private void grow() {
        long[] moreKeys = new long[2 * keys.length];
        long[] moreLines = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (lines[i] != 0) {
                int slot = slot(moreKeys, moreLines, keys[i]);
                moreKeys[slot] = keys[i];
                moreLines[slot] = lines[i];
            }
        }
        keys = moreKeys;
        lines = moreLines;
    }

    private static int slot(long[] keys, long[] lines, long hash) {
        int mask = keys.length - 1;
        int slot = (int) hash & mask;
        while (lines[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(String key) {
        byte[] digest = Sha256.digest(Bytes.utf8(key)).toByteArray();
        long hash = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            hash = hash << Byte.SIZE | (digest[i] & 0xff);
        }
        return hash;
    }
}
