package io.lintel.protocol.reader;

import io.lintel.crypto.SecretBytes;

/**
 * The system id and key of a vendor's system, as people typed them (SYS-08): what pairs that vendor's app with its readers.
 * No property of a tap rests on them.
 *
 * @param id the system id, 1 to 64 octets of UTF-8
 * @param key the system key, 1 to 64 octets; whoever holds the pair closes it
 */
public record SystemPair(String id, SecretBytes key) {
    /** The most octets of either. */
    public static final int MAX_SIZE_BYTES = 64;

    public SystemPair {
        if (id.isEmpty() || id.length() > MAX_SIZE_BYTES || key.size() < 1 || key.size() > MAX_SIZE_BYTES) {
            throw new IllegalArgumentException("a system's id and key are 1 to " + MAX_SIZE_BYTES + " octets");
        }
    }
}
