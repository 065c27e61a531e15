package io.lintel.protocol.reader;

import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The receipts that a reader signs: a new one only where there is something new to say. Thread-safe. */
final class Receipts {
    /** The age at which a receipt's clock is worth a signature. */
    static final Duration MAX_AGE = Duration.ofMinutes(10);

    private final ReaderIdentity identity;
    private final StatementSigner signer;
    private final Notebook notebook;
    private final RunningDecisions decisions;
    private long revision;
    private @Nullable Signed<Receipt> last;

    Receipts(
            ReaderIdentity identity,
            StatementSigner signer,
            long revision,
            Notebook notebook,
            RunningDecisions decisions) {
        this.identity = identity;
        this.signer = signer;
        this.revision = revision;
        this.notebook = notebook;
        this.decisions = decisions;
    }

    /** Names another configuration from now on. */
    synchronized void adopt(long newRevision) {
        revision = newRevision;
    }

    /**
     * Returns the receipt of the list in force, which has to be kept. A new one is signed when all decisions have been made that
     * may go by an older list or configuration; where another list came meanwhile, it names that one and waits for its decisions too.
     *
     * @param inForce asked under the lock, so that no receipt of a later number names an earlier list
     * @param clock as the caller read it; a receipt that waited says this time though it is signed later, and so claims to enforce the
     *     list no longer than it does
     */
    synchronized Signed<Receipt> of(Supplier<Optional<Signed<RevocationList>>> inForce, Optional<Instant> clock) {
        Optional<Receipt.ListInForce> named = inForce.get().map(Receipt.ListInForce::of);
        Signed<Receipt> latest = last;
        if (latest == null || !says(latest.value(), named) || isOutdated(latest.value(), clock)) {
            latest = sign(awaited(named, inForce), clock);
            last = latest;
        }
        return latest;
    }

    /** Returns the list in force by which, or by a newer one, every decision goes that is being made. */
    private Optional<Receipt.ListInForce> awaited(
            Optional<Receipt.ListInForce> first, Supplier<Optional<Signed<RevocationList>>> inForce) {
        Optional<Receipt.ListInForce> before = first;
        while (true) {
            decisions.awaitBegun();
            Optional<Receipt.ListInForce> now = inForce.get().map(Receipt.ListInForce::of);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private boolean says(Receipt receipt, Optional<Receipt.ListInForce> list) {
        return receipt.list().equals(list) && receipt.revision() == revision;
    }

    private static boolean isOutdated(Receipt receipt, Optional<Instant> clock) {
        if (receipt.clock().isEmpty() || clock.isEmpty()) {
            return receipt.clock().isPresent() || clock.isPresent();
        }
        return !Elapsed.isWithin(MAX_AGE, receipt.clock().get(), clock.get());
    }

    private Signed<Receipt> sign(Optional<Receipt.ListInForce> list, Optional<Instant> clock) {
        var certificate = identity.certificate().value();
        Receipt receipt = new Receipt(
                certificate.project(), certificate.keyFingerprint(), list, revision, clock, notebook.nextReceipt());
        return signer.sign(identity.signing().privateKey(), receipt);
    }
}
