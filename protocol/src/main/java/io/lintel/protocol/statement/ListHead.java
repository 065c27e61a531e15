package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.time.Instant;
import java.util.Set;

/**
 * Which revocation list is the newest, and how its octets are checked in parts: small enough that a phone shows it to a
 * reader in one message ({@code spec/revocation.md}, "Heads").
 *
 * @param project the project
 * @param issuingEpoch the epoch of the issuing key for lists, 1 to 65535
 * @param listEpoch the list's epoch, 1 to 2^32 - 1
 * @param issued when it was signed, cut to whole seconds
 * @param group as {@link RevocationList#group()}
 * @param size octets of the signed list, 65 to {@link RevocationList#MAX_SIGNED_SIZE_BYTES}
 * @param listHash SHA-256 of the signed list, 32 octets
 * @param tableHash SHA-256 of the list's chunk table, 32 octets
 */
public record ListHead(
        ProjectId project,
        int issuingEpoch,
        long listEpoch,
        Instant issued,
        int group,
        int size,
        Bytes listHash,
        Bytes tableHash)
        implements IssuedStatement {
    /** The most octets that a signed one takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 192;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ListHead {
        Require.epoch(issuingEpoch, "issuing epoch");
        Require.uint32(listEpoch, "list epoch");
        issued = Require.wholeSeconds(issued, "issue time");
        Require.groupOrAll(group);
        Require.that(
                size > StatementForm.SIGNATURE_SIZE_BYTES && size <= RevocationList.MAX_SIGNED_SIZE_BYTES,
                "a signed list has " + (StatementForm.SIGNATURE_SIZE_BYTES + 1) + " to "
                        + RevocationList.MAX_SIGNED_SIZE_BYTES + " octets, not " + size);
        Require.size(listHash, Sha256.SIZE_BYTES, "list's hash");
        Require.size(tableHash, Sha256.SIZE_BYTES, "chunk table's hash");
    }

    /** As {@link RevocationList#isFor}. */
    public boolean isFor(Set<Integer> groups) {
        return group == RevocationList.ALL_GROUPS || groups.equals(Set.of(group));
    }

    @Override
    public Purpose purpose() {
        return Purpose.LIST;
    }
}
