package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import java.util.List;

/**
 * A transfer that the ledger accepted: the postings never change again.
 *
 * @param id the transfer's id
 * @param digest 32 octets, {@link Transfer#digest()}
 * @param postings the movements, in order
 */
public record PostedTransfer(TransferId id, Bytes digest, List<Posting> postings) {

    /** Copies the postings. */
    public PostedTransfer {
        postings = List.copyOf(postings);
    }

    /** What the postings change on one account: positive for more credit. */
    public long changeOf(Account account) {
        long change = 0;
        for (Posting posting : postings) {
            change += posting.to().equals(account) ? posting.credits() : 0;
            change -= posting.from().equals(account) ? posting.credits() : 0;
        }
        return change;
    }
}
