package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ListHead;
import java.util.Optional;

/**
 * What a manager sends of the project's newest revocation list: whole, or as its difference from the one on the phone,
 * whichever is smaller, and its head, which the phone shows to readers. Octets here; the wallet verifies them.
 *
 * @param head the signed head, at most {@link ListHead#MAX_SIGNED_SIZE_BYTES} octets; empty where the phone has it
 * @param whole the signed list, at most {@link CheckInAnswer#MAX_SIZE_BYTES} octets; empty where the phone has it, a delta
 *     comes, or it does not fit
 * @param delta a {@link ListDelta} from the list whose epoch the phone named, at most {@link ListDelta#MAX_SIZE_BYTES}
 *     octets; not with a whole list
 */
public record ListNews(Optional<Bytes> head, Optional<Bytes> whole, Optional<Bytes> delta) {
    /** Nothing is new. */
    public static final ListNews NONE = new ListNews(Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ListNews {
        head.ifPresent(signed -> Bounds.sizeUpTo(signed, ListHead.MAX_SIGNED_SIZE_BYTES, "list head"));
        whole.ifPresent(signed -> Bounds.sizeUpTo(signed, CheckInAnswer.MAX_SIZE_BYTES, "revocation list"));
        delta.ifPresent(octets -> Bounds.that(
                !octets.isEmpty() && octets.size() <= ListDelta.MAX_SIZE_BYTES,
                "a delta has 1 to " + ListDelta.MAX_SIZE_BYTES + " octets"));
        Bounds.that(whole.isEmpty() || delta.isEmpty(), "a list comes whole or as a delta, not both");
    }

    /** A whole list, without its head. */
    public static ListNews whole(Bytes signedList) {
        return new ListNews(Optional.empty(), Optional.of(signedList), Optional.empty());
    }

    /** Returns the octets that these take, without tags. */
    public int size() {
        return head.map(Bytes::size).orElse(0)
                + whole.map(Bytes::size).orElse(0)
                + delta.map(Bytes::size).orElse(0);
    }
}
