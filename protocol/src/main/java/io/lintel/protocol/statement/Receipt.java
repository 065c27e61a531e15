package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reader enforces, in its own words and signed with its own key ({@code spec/revocation.md}, "Receipts"). Whoever
 * carries it can delay it and cannot change it. New reader keys void the receipts of the old ones.
 *
 * @param project the project
 * @param readerKey {@link ReaderCertificate#keyFingerprint() fingerprint} of the reader's key, 32 octets
 * @param list the list in force, or empty before the first
 * @param revision the configuration in force, 1 to 2^32 - 1, or 0 where it has none that is numbered
 * @param clock the reader's time, cut to whole seconds, or empty where it has no clock that was set
 * @param number counts the reader's receipts, 1 to 2^32 - 1: of two, the higher counts
 */
public record Receipt(
        ProjectId project,
        Bytes readerKey,
        Optional<ListInForce> list,
        long revision,
        Optional<Instant> clock,
        long number) {
    /** The most octets that a signed one takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 192;

    /**
     * A list that a reader enforces.
     *
     * @param epoch its list epoch, 1 to 2^32 - 1
     * @param hash SHA-256 of the signed list, 32 octets
     */
    public record ListInForce(long epoch, Bytes hash) {
        /** Refuses values out of bounds with {@link IllegalArgumentException}. */
        public ListInForce {
            Require.uint32(epoch, "list epoch");
            Require.size(hash, Sha256.SIZE_BYTES, "list's hash");
        }

        /** Names a verified list. */
        public static ListInForce of(Signed<RevocationList> list) {
            return new ListInForce(list.value().listEpoch(), list.fingerprint());
        }
    }

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public Receipt {
        Require.size(readerKey, Sha256.SIZE_BYTES, "reader key's fingerprint");
        Require.that(
                revision >= 0 && revision <= Require.MAX_UINT32, "the revision must be 0 to " + Require.MAX_UINT32);
        clock = clock.map(time -> Require.wholeSeconds(time, "reader's time"));
        Require.uint32(number, "number");
    }

    /** Returns the epoch of the list in force, 0 before the first. */
    public long listEpoch() {
        return list.map(ListInForce::epoch).orElse(0L);
    }
}
