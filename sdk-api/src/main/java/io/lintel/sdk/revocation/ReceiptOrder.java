package io.lintel.sdk.revocation;

import io.lintel.protocol.statement.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a receipt is beside those that came before ({@code spec/revocation.md}, "Receipts"). Pure. Whoever carries old receipts
 * decides when they come, so nothing but the reader's own word makes one newer: its number, its clock, or that the reader
 * itself brings it now.
 */
public enum ReceiptOrder {
    /** It is the reader's newest word. */
    NEWER,
    /** It is as old as what is known, or older, or nobody can tell. */
    OLD,
    /** It is newer, and says less than what is known: the reader was set back. */
    SET_BACK;

    /** How far a reader's clock may be ahead in a receipt that shows a reader to be set back: a wrong year shows nothing. */
    static final Duration MAX_AHEAD = Duration.ofDays(1);

    /**
     * Decides.
     *
     * @param newest the newest receipt that counts
     * @param setBack whether the reader was set back before that
     * @param linked since when the reader's own link stands that brings it; empty where anybody else does
     */
    public static ReceiptOrder of(
            Optional<KnownReceipt> newest,
            Optional<SetBack> setBack,
            Receipt receipt,
            Optional<Instant> linked,
            Instant now) {
        if (setBack.isPresent() && linked.isEmpty() && mayBeOfBefore(receipt, setBack.get(), now)) {
            return OLD;
        }
        if (newest.isEmpty()) {
            return NEWER;
        }
        KnownReceipt known = newest.get();
        if (receipt.number() > known.number()) {
            boolean saysLess = receipt.list().isPresent() && receipt.listEpoch() < known.listEpoch();
            return saysLess || receipt.revision() < known.revision() ? SET_BACK : NEWER;
        }
        if (receipt.number() == known.number()) {
            return OLD;
        }
        boolean broughtByItself =
                linked.filter(since -> known.received().isBefore(since)).isPresent();
        boolean later = isAfter(receipt.clock(), known.clock()) && !isAhead(receipt, now);
        return broughtByItself || later ? SET_BACK : OLD;
    }

    /** Clocks may have been ahead, so that a clock alone does not tell what a reader said after it was set back. */
    private static boolean mayBeOfBefore(Receipt receipt, SetBack setBack, Instant now) {
        return receipt.number() <= setBack.lostNumber()
                || !isAfter(receipt.clock(), setBack.after())
                || isAhead(receipt, now);
    }

    private static boolean isAhead(Receipt receipt, Instant now) {
        return isAfter(receipt.clock(), Optional.of(now.plus(MAX_AHEAD)));
    }

    private static boolean isAfter(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    }
}
