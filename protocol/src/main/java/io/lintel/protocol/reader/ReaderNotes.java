package io.lintel.protocol.reader;

import java.time.Instant;

/**
 * The little that a reader notes beside its lists. None of it ever falls.
 *
 * @param clockFloor the earliest time that it can be, as far as it was noted
 * @param listEpoch the highest epoch of a list that was in force, 0 to 2^32 - 1; a list that is lost does not come back older
 * @param minimumIssuingEpoch the highest minimum of a list that was in force, 1 to 65535; a list that is lost does not bring back
 *     keys that it gave up
 * @param lastReceipt the highest number that a receipt may have, 0 to 2^32 - 1
 */
public record ReaderNotes(Instant clockFloor, long listEpoch, int minimumIssuingEpoch, long lastReceipt) {
    /** The notes of a reader that never noted anything. */
    public static final ReaderNotes NONE = new ReaderNotes(Instant.EPOCH, 0, 1, 0);

    private static final long MAX_UINT32 = 0xffff_ffffL;
    private static final int MAX_EPOCH = 0xffff;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderNotes {
        if (listEpoch < 0 || listEpoch > MAX_UINT32 || lastReceipt < 0 || lastReceipt > MAX_UINT32) {
            throw new IllegalArgumentException("epochs and numbers are 0 to " + MAX_UINT32);
        }
        if (minimumIssuingEpoch < 1 || minimumIssuingEpoch > MAX_EPOCH) {
            throw new IllegalArgumentException("an issuing epoch is 1 to " + MAX_EPOCH);
        }
    }
}
