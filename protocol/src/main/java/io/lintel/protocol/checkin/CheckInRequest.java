package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * What a phone says of one credential.
 *
 * <p>A phone fixes request id, number, holding and report durably before it sends, and repeats all four until an answer
 * comes. What it holds, and the receipts, may be newer in a repetition.
 *
 * @param requestId 16 random octets; the same again has no effect again
 * @param number 1 to 2^31 - 1, higher than in every earlier request for this credential with another request id
 * @param project the credential's project
 * @param serial the credential's serial, 1 to 2^32 - 1
 * @param holding what has become of the credential
 * @param held how new the things are that the phone holds; its credential is there exactly if the holding is {@link
 *     Holding#HELD}
 * @param report what the app counted, if it reports
 * @param receipts signed receipts of readers of the project, at most {@value #MAX_RECEIPTS}; unmodifiable
 */
public record CheckInRequest(
        Bytes requestId,
        int number,
        ProjectId project,
        long serial,
        Holding holding,
        Held held,
        Optional<AppReport> report,
        List<Bytes> receipts) {
    /** The size of a request id in octets. */
    public static final int REQUEST_ID_SIZE_BYTES = 16;

    /** The most receipts that one request carries. */
    public static final int MAX_RECEIPTS = 8;

    private static final long MAX_SERIAL = 0xffff_ffffL;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public CheckInRequest {
        Bounds.size(requestId, REQUEST_ID_SIZE_BYTES, "request id");
        Bounds.within(number, 1, Integer.MAX_VALUE, "number");
        Bounds.within(serial, 1, MAX_SERIAL, "serial");
        Bounds.that(
                held.credential().isPresent() == (holding == Holding.HELD),
                "a request names the credential exactly if the phone holds it");
        receipts = List.copyOf(receipts);
        Bounds.that(receipts.size() <= MAX_RECEIPTS, "a request carries at most " + MAX_RECEIPTS + " receipts");
        receipts.forEach(receipt -> Bounds.sizeUpTo(receipt, Receipt.MAX_SIGNED_SIZE_BYTES, "receipt"));
    }

    /** Names neither credential nor counters. */
    @Override
    public String toString() {
        return "CheckInRequest[" + holding + ", redacted]";
    }
}
