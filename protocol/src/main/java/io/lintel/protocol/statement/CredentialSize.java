package io.lintel.protocol.statement;

import com.google.protobuf.CodedOutputStream;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.proto.CredentialBody;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How many octets a credential takes once signed, known before it is: a cold tap has room for 160 and no more.
 */
final class CredentialSize {
    /** Tags and values that every credential has: project, serial, issue time, end of the lease. */
    private static final int FIXED = 2 + ProjectId.SIZE_BYTES + 3 * 5;

    private static final int TIME = 5;
    private static final int SMALL_ENUM = 2;

    private CredentialSize() {}

    static void check(
            int issuingEpoch,
            long accessNumber,
            Bytes holderKey,
            boolean hasValidFrom,
            Optional<Instant> validUntil,
            Set<Integer> groups,
            Technology technology,
            Set<CredentialFlag> flags) {
        int size = FIXED
                + CodedOutputStream.computeUInt32Size(CredentialBody.ISSUING_EPOCH_FIELD_NUMBER, issuingEpoch)
                + accessNumberSize(accessNumber)
                + 2
                + holderKey.size()
                + (hasValidFrom ? TIME : 0)
                + (validUntil.isPresent() ? TIME : 0)
                + groupsSize(groups)
                + (technology == Technology.NONE ? 0 : SMALL_ENUM)
                + (flags.isEmpty() ? 0 : SMALL_ENUM)
                + StatementForm.SIGNATURE_SIZE_BYTES;
        Require.that(
                size <= Credential.MAX_SIGNED_SIZE_BYTES,
                "this credential would take " + size + " octets signed, and a tap has room for "
                        + Credential.MAX_SIGNED_SIZE_BYTES + ": give it fewer groups (now " + groups.size()
                        + ", those above 127 take two octets each) or a shorter access number");
    }

    private static int accessNumberSize(long accessNumber) {
        return accessNumber == 0
                ? 0
                : CodedOutputStream.computeUInt64Size(CredentialBody.ACCESS_NUMBER_FIELD_NUMBER, accessNumber);
    }

    private static int groupsSize(Set<Integer> groups) {
        int size = 2;
        for (int group : groups) {
            size += CodedOutputStream.computeUInt32SizeNoTag(group);
        }
        return size;
    }
}
