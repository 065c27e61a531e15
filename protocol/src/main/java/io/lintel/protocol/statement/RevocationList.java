package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.serials.CodedSerials;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a project no longer honours: a snapshot, complete in itself. A reader or phone never goes from one list to another
 * of a lower list epoch.
 *
 * @param project the project
 * @param issuingEpoch the epoch of the issuing key that signed it, 1 to 65535
 * @param listEpoch counts the project's lists, 1 to 2^32 - 1
 * @param minimumKeyEpoch the lowest key epoch that readers and phones still speak, 1 to 65535
 * @param minimumIssuingEpoch the lowest issuing epoch that they still believe, 1 to 65535
 * @param issued when it was signed; fractions of a second are cut off
 * @param expires from when on the site's policy for stale lists holds; after {@code issued}
 * @param revokedReaderKeys {@link ReaderCertificate#keyFingerprint() fingerprints} of readers, at most 256; kept ascending,
 *     unmodifiable
 * @param revoked the revoked serials as the wire writes them; those below its base are revoked by number
 * @param group the only group, 1 to 16383, of the readers that it is for, or {@link #ALL_GROUPS}
 */
public record RevocationList(
        ProjectId project,
        int issuingEpoch,
        long listEpoch,
        int minimumKeyEpoch,
        int minimumIssuingEpoch,
        Instant issued,
        Instant expires,
        Set<Bytes> revokedReaderKeys,
        CodedSerials revoked,
        int group)
        implements IssuedStatement {
    /** The most octets that a signed list takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 272 * 1024;

    /** What {@link #group()} is where a list is for all readers of its project. */
    public static final int ALL_GROUPS = 0;

    /** The most reader keys that one list names. */
    public static final int MAX_REVOKED_READER_KEYS = 256;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public RevocationList {
        Require.epoch(issuingEpoch, "issuing epoch");
        Require.uint32(listEpoch, "list epoch");
        Require.epoch(minimumKeyEpoch, "minimum key epoch");
        Require.epoch(minimumIssuingEpoch, "minimum issuing epoch");
        issued = Require.wholeSeconds(issued, "issue time");
        expires = Require.wholeSeconds(expires, "expiry");
        Require.that(issued.isBefore(expires), "a revocation list must expire after it was issued");
        Require.that(
                revokedReaderKeys.size() <= MAX_REVOKED_READER_KEYS,
                "a list names at most " + MAX_REVOKED_READER_KEYS + " reader keys");
        for (Bytes fingerprint : revokedReaderKeys) {
            Require.size(fingerprint, Sha256.SIZE_BYTES, "reader key's fingerprint");
        }
        revokedReaderKeys = Collections.unmodifiableSet(new TreeSet<>(revokedReaderKeys));
        Require.groupOrAll(group);
    }

    /**
     * Returns whether a reader of these groups may go by this list. A list for one group names only credentials of that group,
     * so it tells too little to a reader that has others as well.
     */
    public boolean isFor(Set<Integer> groups) {
        return group == ALL_GROUPS || groups.equals(Set.of(group));
    }

    @Override
    public Purpose purpose() {
        return Purpose.LIST;
    }

    /** Returns the serial below which all are revoked by number, 1 to 2^32 - 1. */
    public long baseSerial() {
        return revoked.base();
    }

    /** Returns whether a credential of that serial is revoked, by number or by name. */
    public boolean revokes(long serial) {
        return serial < revoked.base() || revoked.contains(serial);
    }

    /** Returns whether the reader with that {@link ReaderCertificate#keyFingerprint()} is revoked. */
    public boolean revokesReaderKey(Bytes keyFingerprint) {
        return revokedReaderKeys.contains(keyFingerprint);
    }

    /** Counts serials and keys and names none. */
    @Override
    public String toString() {
        return "RevocationList[project=" + project + ", listEpoch=" + listEpoch + ", expires=" + expires + ", "
                + revoked.size() + " serials, " + revokedReaderKeys.size() + " reader keys]";
    }
}
