package io.lintel.sdk.command.revocation;

import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.revocation.KnownReceipt;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which revocations new receipts bear on: those of credentials of their readers' groups, within the epochs about which they say
 * something else than was known. A site may have thousands that nothing proves; a receipt bears on few of them.
 */
final class Touched {

    /** Lists after one epoch up to another. */
    private static final class Epochs {
        private long after = Long.MAX_VALUE;
        private long upTo;

        void add(long lower, long upper) {
            if (lower < upper) {
                after = Math.min(after, lower);
                upTo = Math.max(upTo, upper);
            }
        }
    }

    private final Set<Integer> groups = new TreeSet<>();
    private final Epochs news = new Epochs();
    private long lostAfter = Long.MAX_VALUE;

    /** A receipt came in place of another. */
    void by(CertifiedReader reader, Optional<KnownReceipt> before, KnownReceipt receipt) {
        long known = before.filter(old -> old.listGroup() == receipt.listGroup())
                .map(KnownReceipt::listEpoch)
                .orElse(0L);
        // Another configuration is another bound of all that the reader has not heard of.
        boolean otherTerms = before.isEmpty() || before.get().revision() != receipt.revision();
        groups.addAll(reader.groups().keySet());
        if (otherTerms) {
            news.add(Math.min(known, receipt.listEpoch()), Long.MAX_VALUE);
        } else {
            news.add(known, receipt.listEpoch());
        }
    }

    /**
     * A reader went back to an epoch. Whatever was revoked since may rest on what it said before: on its receipt, or on a bound
     * that the receipt of this one and the configuration of that one made.
     */
    void setBack(CertifiedReader reader, long epoch) {
        groups.addAll(reader.groups().keySet());
        lostAfter = Math.min(lostAfter, epoch);
        news.add(epoch, Long.MAX_VALUE);
    }

    boolean hasNews() {
        return news.after < news.upTo;
    }

    boolean hasLost() {
        return lostAfter < Long.MAX_VALUE;
    }

    long newsAfter() {
        return news.after;
    }

    long newsUpTo() {
        return news.upTo;
    }

    long lostAfter() {
        return lostAfter;
    }

    /** Whether it bears on a credential that was signed this far. */
    boolean reaches(SignedReach reach) {
        return !reach.among(groups).isEmpty();
    }
}
