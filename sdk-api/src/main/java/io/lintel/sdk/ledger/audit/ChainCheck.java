package io.lintel.sdk.ledger.audit;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.model.DistributorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers without a gap, each entry naming the hash of the one before, hashes that fit, and heads noted earlier. */
final class ChainCheck {

    private final Map<DistributorId, ChainHead> heads = new LinkedHashMap<>();
    private final List<ChainHead> wanted;
    private ChainHead current = ChainHead.none(DistributorId.OPERATOR);

    ChainCheck(List<ChainHead> noted) {
        wanted = new ArrayList<>(noted);
        wanted.removeIf(head -> head.number() == 0);
    }

    void check(ChainEntry entry, Bytes stated) throws Finding {
        DistributorId distributor = entry.terms().distributor();
        if (heads.isEmpty() || !distributor.equals(current.distributor())) {
            if (heads.containsKey(distributor)) {
                throw new Finding(
                        Fault.CHAINS_MIXED,
                        "the chain of distributor " + distributor
                                + " goes on after that of another one; each chain must" + " stand in one piece");
            }
            current = ChainHead.none(distributor);
        }
        if (entry.number() != current.number() + 1) {
            throw new Finding(
                    Fault.GAP,
                    "after entry " + current.number() + " of distributor " + distributor + " comes entry "
                            + entry.number() + "; entries are missing, doubled or out of order");
        }
        if (!entry.previous().equals(current.hash())) {
            throw new Finding(
                    Fault.NOT_CHAINED,
                    name(entry) + " does not name the hash of the entry before it; one of the two was replaced");
        }
        ChainHead head = entry.head();
        if (!head.hash().equals(stated)) {
            throw new Finding(
                    Fault.CHANGED,
                    name(entry) + " does not have the hash that it states; it was changed after it was posted");
        }
        requireNoted(head);
        current = head;
        heads.put(distributor, head);
    }

    /** What is left of the heads that had to be met. */
    void finish() throws Finding {
        for (ChainHead head : wanted) {
            throw missing(head);
        }
    }

    List<ChainHead> heads() {
        return List.copyOf(heads.values());
    }

    static String name(ChainEntry entry) {
        return "entry " + entry.number() + " of distributor " + entry.terms().distributor();
    }

    private void requireNoted(ChainHead head) throws Finding {
        for (ChainHead noted : wanted) {
            if (noted.distributor().equals(head.distributor())
                    && noted.number() == head.number()
                    && !noted.equals(head)) {
                throw missing(noted);
            }
        }
        wanted.remove(head);
    }

    private static Finding missing(ChainHead noted) {
        return new Finding(
                Fault.HEAD_MISSING,
                "the head that was noted for distributor " + noted.distributor() + ", entry " + noted.number()
                        + ", is not in the chain; the chain was cut off or rewritten since");
    }
}
