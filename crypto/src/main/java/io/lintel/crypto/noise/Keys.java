package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.SecretBytes;
import java.util.Arrays;

/** The cut to a cipher key's size, which Noise applies to outputs of longer hashes and of rekeying. */
final class Keys {
    private Keys() {}

    /** Returns the first 32 octets and overwrites {@code octets}. */
    static SecretBytes firstOctets(byte[] octets) {
        SecretBytes key = SecretBytes.takeOwnership(Arrays.copyOf(octets, Aead.KEY_SIZE));
        Arrays.fill(octets, (byte) 0);
        return key;
    }

    /** Returns the first 32 octets, as {@code secret} itself if it has no more, and else destroys it. */
    static SecretBytes truncate(SecretBytes secret) {
        if (secret.size() == Aead.KEY_SIZE) {
            return secret;
        }
        try (secret) {
            return firstOctets(secret.copy());
        }
    }
}
