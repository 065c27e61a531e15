package io.lintel.sdk.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import java.util.List;

/**
 * Brings receipts of readers to the manager, whoever carried them.
 *
 * @param customer whose readers
 * @param receipts signed receipts as the readers made them, at most {@value #MAX_RECEIPTS}
 */
public record ReceiveReceipts(CustomerId customer, List<Bytes> receipts) {

    /** The most receipts of one request. */
    public static final int MAX_RECEIPTS = 256;

    /** Copies the list; refuses more receipts than one request may have with {@link IllegalArgumentException}. */
    public ReceiveReceipts {
        receipts = List.copyOf(receipts);
        if (receipts.size() > MAX_RECEIPTS) {
            throw new IllegalArgumentException("a request brings at most " + MAX_RECEIPTS + " receipts");
        }
    }
}
