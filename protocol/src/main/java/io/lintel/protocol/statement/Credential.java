package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What opens doors: a project's word that the holder of a key may pass the readers of some groups. At most 160 octets
 * signed, whatever the suite.
 *
 * <p>Eight groups, a long access number and every time at once do not fit into 160 octets; the constructor says so when
 * that happens. {@link #toString()} leaves out whatever tells one holder from another.
 *
 * @param project the project
 * @param issuingEpoch the epoch of the issuing key, 1 to 65535
 * @param serial consecutive in the project, 1 to 2^32 - 1; the revocation list names a credential by it
 * @param accessNumber what the panel gets, prefix included, 0 to 2^63 - 1; not unique where a site allows duplicates
 * @param holderKey the phone's static Diffie-Hellman key, 32 or 33 octets after the project's suite
 * @param issued when it was signed; fractions of a second are cut off of all times
 * @param validFrom when validity begins
 * @param validUntil when validity ends, the first instant that is no longer valid; empty for never
 * @param leaseEnd when the credential stops working unless the phone checked in; not before {@code issued}
 * @param groups the reader groups that it opens: 1 to 8, each 1 to 16383; kept ascending, unmodifiable
 * @param technology the colour of the readers that it opens
 * @param flags restrictions; unmodifiable
 */
public record Credential(
        ProjectId project,
        int issuingEpoch,
        long serial,
        long accessNumber,
        Bytes holderKey,
        Instant issued,
        Instant validFrom,
        Optional<Instant> validUntil,
        Instant leaseEnd,
        Set<Integer> groups,
        Technology technology,
        Set<CredentialFlag> flags)
        implements IssuedStatement {
    /** The most octets that a signed credential takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 160;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public Credential {
        Require.epoch(issuingEpoch, "issuing epoch");
        Require.uint32(serial, "serial");
        Require.that(accessNumber >= 0, "the access number must be 0 to " + Long.MAX_VALUE);
        Require.keySize(holderKey, "holder key");
        issued = Require.wholeSeconds(issued, "issue time");
        validFrom = Require.wholeSeconds(validFrom, "begin of validity");
        validUntil = validUntil.map(end -> Require.wholeSeconds(end, "end of validity"));
        leaseEnd = Require.wholeSeconds(leaseEnd, "end of the lease");
        Require.notAfter(validFrom, validUntil.orElse(validFrom), "validity must not end before it begins");
        Require.notAfter(issued, leaseEnd, "a lease must not end before the credential was issued");
        groups = Require.groups(groups);
        flags = CredentialFlag.shared(flags);
        CredentialSize.check(
                issuingEpoch,
                accessNumber,
                holderKey,
                !validFrom.equals(issued),
                validUntil,
                groups,
                technology,
                flags);
    }

    /** Whether it opens readers of one of these groups. */
    public boolean isFor(Set<Integer> readerGroups) {
        return groups instanceof Groups own && own.meet(readerGroups);
    }

    @Override
    public Purpose purpose() {
        return Purpose.CREDENTIAL;
    }

    /** Names project and epoch only: the rest tells one holder from another. */
    @Override
    public String toString() {
        return "Credential[project=" + project + ", issuingEpoch=" + issuingEpoch + ", redacted]";
    }
}
