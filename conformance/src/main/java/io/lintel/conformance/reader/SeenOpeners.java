package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.crypto.Bytes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the openers of a run have shown and must not show again (spec/protocol.md 4.1, 4.2). Thread-safe. */
final class SeenOpeners {
    private final Set<Bytes> nonces = ConcurrentHashMap.newKeySet();
    private final Set<Bytes> usedEphemerals = ConcurrentHashMap.newKeySet();

    /**
     * Takes note of another opener.
     *
     * @throws Mismatch where its nonce was in an earlier one, or a DH has used its ephemeral key
     */
    void add(Bytes nonce, Bytes ephemeral) {
        Mismatch.unless(
                nonces.add(nonce),
                "TAP-4.1-7",
                "a nonce that is new for every opener",
                "the nonce " + nonce.toHex() + " again");
        Mismatch.unless(
                !usedEphemerals.contains(ephemeral),
                "TAP-4.2-8",
                "another ephemeral key than one that a DH has used",
                ephemeral.toHex() + " again");
    }

    /** Takes note that a DH has used an ephemeral key. */
    void use(Bytes ephemeral) {
        usedEphemerals.add(ephemeral);
    }
}
