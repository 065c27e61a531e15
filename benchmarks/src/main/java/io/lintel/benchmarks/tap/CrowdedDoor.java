package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.Resumption.State;
import io.lintel.protocol.phone.ResumptionKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A door whose reader knows many phones and has met half of them, and these phones, which tap it fast in turn: each once before any
 * of them comes again, in random order, so that the reader finds nothing of a phone in the processor's caches that the others left
 * no room for. One wallet plays all phones: what it has kept of the reader is put into it before a phone's turn, and is at hand
 * when that phone is timed. Not thread-safe.
 */
final class CrowdedDoor {
    private final MemoryWalletStore store = new MemoryWalletStore();
    private final List<SecretBytes> ratchets = new ArrayList<>();
    private final Door door;
    private final ResumptionKey key;
    private int next;

    /**
     * Builds the door.
     *
     * @param phones how many the reader knows, two or more
     */
    CrowdedDoor(CryptoSuite suite, int phones, SecureRandom random) {
        door = Door.crowded(suite, store, phones - 1, phones / 2 - 1, ratchets::add, random);
        Collections.shuffle(ratchets, random);
        key = store.resumptions().keySet().iterator().next();
        ratchets.add(held().secret());
    }

    /** Returns the door, before which the next phone stands. */
    Door turn() {
        Resumption left = resumption();
        State before = left.ratchet().orElseThrow();
        ratchets.set((next == 0 ? ratchets.size() : next) - 1, before.secret()).close();
        State after =
                new State(before.stateEpoch(), before.keyEpoch(), before.credentialReference(), 0, ratchets.get(next));
        if (!store.replaceResumption(key, left.revision(), new Resumption(left.revision() + 1, Optional.of(after)))) {
            throw new IllegalStateException("somebody else has changed what the wallet keeps");
        }
        next = (next + 1) % ratchets.size();
        return door;
    }

    private State held() {
        return resumption().ratchet().orElseThrow();
    }

    private Resumption resumption() {
        return store.resumption(key).orElseThrow();
    }
}
