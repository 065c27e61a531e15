package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.audit.Verification.Broken;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.ledger.audit.Verification.Sound;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Checks an exported ledger from its rows alone ({@code spec/ledger.md} 6): no gap, no changed or doubled row, no account
 * below zero, no credit made or lost, nothing given back that was not charged, books that agree.
 *
 * <p>It reads the export as a stream and remembers a balance for each account and an id for each transfer. Where there
 * are more ids than fit, it reads the export again for each share of them, so memory stays bounded. It uses nothing of the
 * ledger that posts but the form of its rows.
 */
public final class LedgerVerifier {

    /** How many ids it remembers at once, about 200 octets each. */
    private static final int DEFAULT_CAPACITY = 400_000;

    private final int capacity;

    /** A verifier that needs about 100 megabytes at most, and more for each hundred thousand customers. */
    public LedgerVerifier() {
        this(DEFAULT_CAPACITY);
    }

    LedgerVerifier(int capacity) {
        this.capacity = capacity;
    }

    /** An export that can be read several times. */
    @FunctionalInterface
    public interface Source {
        /** Opens it at its beginning. */
        InputStream open() throws IOException;
    }

    /** Checks an export of one or more whole chains. */
    public Verification verify(Source source) throws IOException {
        return verify(source, List.of());
    }

    /**
     * Checks an export of one or more whole chains, and that it continues chains that somebody knew before.
     *
     * @param noted heads from earlier verifications; each must be an entry of its chain
     */
    public Verification verify(Source source, List<ChainHead> noted) throws IOException {
        ChainCheck chains = new ChainCheck(noted);
        MovementCheck movements = new MovementCheck();
        BookCheck books = new BookCheck(movements);
        IdentityCheck identities = new IdentityCheck(0, 1, capacity);
        long[] entries = new long[1];
        Optional<Broken> broken = read(source, (line, entry) -> {
            entries[0]++;
            chains.check(entry, line.hash());
            movements.check(entry);
            books.check(entry);
            identities.check(entry);
        });
        if (broken.isEmpty() && identities.overflowed()) {
            broken = verifyIdentities(source, entries[0]);
        }
        if (broken.isPresent()) {
            return broken.get();
        }
        try {
            movements.finish();
            chains.finish();
        } catch (Finding e) {
            return e.at(0);
        }
        return new Sound(entries[0], chains.heads());
    }

    private Optional<Broken> verifyIdentities(Source source, long entries) throws IOException {
        // Two thirds full on average: ids are hashes, so that no share is much larger than the others.
        long shares = entries * 3 / (capacity * 2L) + 1;
        for (int share = 0; share < shares; share++) {
            IdentityCheck identities = new IdentityCheck(share, Math.toIntExact(shares), capacity);
            Optional<Broken> broken = read(source, (line, entry) -> identities.check(entry));
            if (broken.isPresent()) {
                return broken;
            }
            if (identities.overflowed()) {
                return Optional.of(new Broken(
                        0, Fault.NOT_AN_ENTRY, "the ids of the transfers are not what the ledger makes; too many are alike"));
            }
        }
        return Optional.empty();
    }

    @FunctionalInterface
    private interface Check {
        void check(ChainLine line, ChainEntry entry) throws Finding;
    }

    private static Optional<Broken> read(Source source, Check check) throws IOException {
        try (ChainLines lines = new ChainLines(source.open())) {
            try {
                for (Optional<ChainLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                    check.check(line.get(), entry(line.get()));
                }
                return Optional.empty();
            } catch (Finding e) {
                return Optional.of(e.at(lines.number()));
            }
        }
    }

    private static ChainEntry entry(ChainLine line) throws Finding {
        try {
            return line.entry();
        } catch (IllegalArgumentException e) {
            throw new Finding(Fault.NOT_AN_ENTRY, "the line is no entry of a ledger: " + e.getMessage());
        }
    }
}
