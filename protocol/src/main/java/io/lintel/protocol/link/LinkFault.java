package io.lintel.protocol.link;

import java.io.Serial;

/** Ends a session from within; never leaves this package. No stack trace is recorded, because a peer can cause it. */
final class LinkFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final LinkEnd end;

    LinkFault(LinkEnd end) {
        super(end.name(), null, false, false);
        this.end = end;
    }

    LinkEnd end() {
        return end;
    }

    static void unless(boolean holds, LinkEnd otherwise) {
        if (!holds) {
            throw new LinkFault(otherwise);
        }
    }
}
