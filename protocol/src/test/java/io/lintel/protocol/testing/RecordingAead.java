package io.lintel.protocol.testing;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.ForwardingAead;
import io.lintel.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** A cipher that notes under which key and nonce it sealed, and how often it met a pair again. */
public final class RecordingAead extends ForwardingAead {
    private final Set<Long> pairs = new HashSet<>();
    private final Set<Bytes> keys = new HashSet<>();
    private final Keep keep;
    private int repeated;

    /** Whether whole keys are kept, to compare with others. */
    public enum Keep {
        KEYS,
        PAIRS_ONLY
    }

    public RecordingAead(Aead real, Keep keep) {
        super(real);
        this.keep = keep;
    }

    @Override
    public synchronized byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
        byte[] octets = key.copy();
        // Keys are pseudorandom, so eight of their octets stand for all; two of a million are equal once in 10^7 runs.
        long pair = ByteBuffer.wrap(octets).getLong() + nonce * 0x9E3779B97F4A7C15L;
        if (!pairs.add(pair)) {
            repeated++;
        }
        if (keep == Keep.KEYS) {
            keys.add(Bytes.copyOf(octets));
        }
        return super.seal(key, nonce, associatedData, plaintext);
    }

    /** Returns how many different pairs sealed. */
    public synchronized int pairs() {
        return pairs.size();
    }

    /** Returns how often a pair sealed that had sealed before. */
    public synchronized int repeated() {
        return repeated;
    }

    /** Returns every key that sealed. */
    public synchronized Set<Bytes> keys() {
        return Set.copyOf(keys);
    }
}
