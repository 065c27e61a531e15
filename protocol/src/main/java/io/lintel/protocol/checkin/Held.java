package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.statement.Signed;
import java.util.Collection;
import java.util.Optional;

/**
 * How new the things are that a phone holds, so that a manager sends what is newer and no more.
 *
 * @param credential the {@link Signed#reference() reference} of the signed credential, 20 octets; empty where it was
 *     deleted
 * @param keyEpoch the newest epoch of a project key, 1 to 65535; 0 for none
 * @param listEpoch the epoch of the revocation list, 1 to 2^32 - 1; 0 for none
 * @param headEpoch the epoch of the revocation list's head, 1 to 2^32 - 1; 0 for none
 * @param issuingKeys the {@link #digestOf digest} of the issuing keys, 8 octets; empty for none
 * @param readersRevision the revision of the doors, 1 to 2^31 - 1; 0 for none
 */
public record Held(
        Optional<Bytes> credential,
        int keyEpoch,
        long listEpoch,
        long headEpoch,
        Optional<Bytes> issuingKeys,
        int readersRevision) {
    /** A phone that has deleted the credential and all that came with it. */
    public static final Held NOTHING = new Held(Optional.empty(), 0, 0, 0, Optional.empty(), 0);

    private static final int MAX_KEY_EPOCH = 0xffff;
    private static final long MAX_LIST_EPOCH = 0xffff_ffffL;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public Held {
        credential.ifPresent(
                reference -> Bounds.size(reference, Signed.REFERENCE_SIZE_BYTES, "credential's reference"));
        Bounds.within(keyEpoch, 0, MAX_KEY_EPOCH, "key epoch");
        Bounds.within(listEpoch, 0, MAX_LIST_EPOCH, "list epoch");
        Bounds.within(headEpoch, 0, MAX_LIST_EPOCH, "epoch of the list's head");
        issuingKeys.ifPresent(digest -> Bounds.size(digest, CheckInWire.DIGEST_SIZE, "digest of the issuing keys"));
        Bounds.within(readersRevision, 0, Integer.MAX_VALUE, "readers' revision");
    }

    /**
     * Returns the digest of a set of signed issuing keys: the first 8 octets of SHA-256 over them, one behind the other, in
     * ascending order of their octets.
     */
    public static Bytes digestOf(CryptoSuite suite, Collection<Bytes> signedIssuingKeys) {
        Bytes[] ascending = signedIssuingKeys.stream().sorted().distinct().toArray(Bytes[]::new);
        return suite.sha256(ascending).slice(0, CheckInWire.DIGEST_SIZE);
    }
}
