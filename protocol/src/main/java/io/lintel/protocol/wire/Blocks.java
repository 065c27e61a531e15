package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import java.util.Arrays;
import java.util.Optional;

/**
 * The content's length in 2 octets, the content, zeros up to a multiple of 256 octets: the padding of what goes between
 * phone and manager, which keeps the length from telling how long names, lists and codes inside are.
 */
public final class Blocks {
    private static final int BLOCK_SIZE = 256;
    private static final int LENGTH_SIZE = 2;
    private static final int MAX_BLOCKS = 255;

    /** 255 blocks: what a Noise message of 65534 octets has room for besides keys and tags. */
    public static final int MAX_CONTENT_SIZE = MAX_BLOCKS * BLOCK_SIZE - LENGTH_SIZE;

    /** What one block has room for. */
    public static final int ONE_BLOCK_CONTENT_SIZE = BLOCK_SIZE - LENGTH_SIZE;

    private Blocks() {}

    /** Returns the padded content and overwrites the content; at most {@link #MAX_CONTENT_SIZE} octets. */
    public static Bytes pad(byte[] content) {
        if (content.length > MAX_CONTENT_SIZE) {
            throw new IllegalArgumentException("content of " + content.length + " octets does not fit");
        }
        return pad(content, (LENGTH_SIZE + content.length + BLOCK_SIZE - 1) / BLOCK_SIZE);
    }

    /** Returns the content padded to so many blocks, at least as many as it takes, and overwrites the content. */
    public static Bytes pad(byte[] content, int blocks) {
        if (content.length > blocks * BLOCK_SIZE - LENGTH_SIZE || blocks > MAX_BLOCKS) {
            throw new IllegalArgumentException("content of " + content.length + " octets does not fit");
        }
        byte[] padded = new byte[blocks * BLOCK_SIZE];
        padded[0] = (byte) (content.length >> 8);
        padded[1] = (byte) content.length;
        System.arraycopy(content, 0, padded, LENGTH_SIZE, content.length);
        Bytes encoded = Bytes.copyOf(padded);
        Arrays.fill(content, (byte) 0);
        Arrays.fill(padded, (byte) 0);
        return encoded;
    }

    /** Returns the content, or nothing for whatever {@link #pad(byte[])} would not have written. */
    public static Optional<Bytes> unpad(Bytes padded) {
        return content(padded).filter(content -> padded.size() - LENGTH_SIZE - content.size() < BLOCK_SIZE);
    }

    /** Returns the content of any number of blocks, or nothing for what neither {@code pad} would have written. */
    public static Optional<Bytes> content(Bytes padded) {
        if (padded.isEmpty() || padded.size() % BLOCK_SIZE != 0) {
            return Optional.empty();
        }
        int end = LENGTH_SIZE + (padded.unsigned(0) << 8 | padded.unsigned(1));
        if (end > padded.size()) {
            return Optional.empty();
        }
        for (int i = end; i < padded.size(); i++) {
            if (padded.get(i) != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(padded.slice(LENGTH_SIZE, end));
    }
}
