package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.ChainHead;
import java.util.List;

/** What a verifier found. */
public sealed interface Verification {

    /**
     * Everything fits: no gap, no changed row, no account below zero, no credit made or lost, both books as the postings say.
     *
     * @param entries how many entries
     * @param heads the newest entry of each chain, in the order of the file. Keep them: who knows an earlier head can later
     *     tell that the chain was continued and not rewritten
     */
    record Sound(long entries, List<ChainHead> heads) implements Verification {
        /** Copies the heads. */
        public Sound {
            heads = List.copyOf(heads);
        }
    }

    /**
     * Something does not fit. Nothing after it was looked at.
     *
     * @param line the first bad line, from 1; 0 where the file as a whole is at fault
     * @param fault what kind of fault
     * @param message what is wrong, in words for an auditor
     */
    record Broken(long line, Fault fault, String message) implements Verification {}

    /** The kinds of faults. The names are stable. */
    enum Fault {
        /** The line is no entry. */
        NOT_AN_ENTRY,
        /** Numbers of the chain do not follow one another. */
        GAP,
        /** An entry does not name the hash of the entry before it. */
        NOT_CHAINED,
        /** An entry's content does not have the hash that it states. */
        CHANGED,
        /** A chain begins twice, or a customer stands in two chains. */
        CHAINS_MIXED,
        /** A transfer was posted twice. */
        DUPLICATE_TRANSFER,
        /** Credit moved in a way that its cause does not allow. */
        ILLEGAL_MOVEMENT,
        /** An account went below zero. */
        OVERDRAWN,
        /** What was settled, given back or lost is not an open charge. */
        ILLEGAL_FOLLOW_UP,
        /** A row of a book does not say what the postings say. */
        BOOK_DISAGREES,
        /** A head that somebody noted earlier is not in the chain. */
        HEAD_MISSING
    }
}
