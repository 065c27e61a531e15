package io.lintel.conformance.bench;

import java.io.Serial;

/** A case cannot be tried, for a reason that is no fault of the other side. */
public final class NotTried extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why, in a sentence. */
    public NotTried(String reason) {
        super(reason);
    }

    /** Returns why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
