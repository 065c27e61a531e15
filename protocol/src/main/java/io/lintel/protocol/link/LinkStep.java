package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of a session has to do next: send these messages in order, then close the connection if the session has
 * ended.
 *
 * @param messages whole messages, at most {@link #MAX_MESSAGE_SIZE_BYTES} each
 * @param end why the session is over, or empty while it goes on
 */
public record LinkStep(List<Bytes> messages, Optional<LinkEnd> end) {
    /** The most octets of a message, either way. */
    public static final int MAX_MESSAGE_SIZE_BYTES = LinkWire.MAX_MESSAGE;

    static final LinkStep NOTHING = new LinkStep(List.of(), Optional.empty());

    /** Copies the messages. */
    public LinkStep {
        messages = List.copyOf(messages);
    }

    static LinkStep send(Bytes message) {
        return new LinkStep(List.of(message), Optional.empty());
    }

    static LinkStep end(LinkEnd why) {
        return new LinkStep(List.of(), Optional.of(why));
    }
}
