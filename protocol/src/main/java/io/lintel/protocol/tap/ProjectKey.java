package io.lintel.protocol.tap;

import io.lintel.crypto.SecretBytes;

/**
 * The project encryption key of one key epoch (KEY-01..08): it keeps outsiders out of openers and payloads, and no access
 * property rests on it.
 *
 * @param epoch 1..65535
 * @param key 32 octets; redacted in {@code toString}
 */
public record ProjectKey(int epoch, SecretBytes key) {
    /** Size of the key, in octets. */
    public static final int SIZE_BYTES = 32;

    public ProjectKey {
        if (epoch < 1 || epoch > 0xffff) {
            throw new IllegalArgumentException("key epoch " + epoch + " is not within 1..65535");
        }
        if (key.size() != SIZE_BYTES) {
            throw new IllegalArgumentException("a project key has 32 octets, not " + key.size());
        }
    }
}
