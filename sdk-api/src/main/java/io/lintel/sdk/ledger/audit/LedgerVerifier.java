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

    private static final long DEFAULT_MEMORY_BYTES = 128L * 1024 * 1024;

    /** What one remembered id takes, with the charge that it stands for. */
    private static final int ID_SIZE_BYTES = 400;

    private final int capacity;

    /** A verifier that takes 128 megabytes for ids. */
    public LedgerVerifier() {
        this(capacity(DEFAULT_MEMORY_BYTES));
    }

    /** A verifier that remembers so many ids at once. */
    LedgerVerifier(int capacity) {
        this.capacity = capacity;
    }

    /**
     * A verifier that takes so much memory for ids: with 400 octets for each transfer it reads the export once.
     *
     * @param memoryBytes from 1 megabyte
     */
    public static LedgerVerifier withMemory(long memoryBytes) {
        if (memoryBytes < 1024 * 1024) {
            throw new IllegalArgumentException("a verifier needs 1 megabyte at least");
        }
        return new LedgerVerifier(capacity(memoryBytes));
    }

    private static int capacity(long memoryBytes) {
        return Math.toIntExact(Math.min(memoryBytes / ID_SIZE_BYTES, Integer.MAX_VALUE / 2));
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
                        0,
                        Fault.NOT_AN_ENTRY,
                        "the ids of the transfers are not what the ledger makes; too many are alike"));
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
