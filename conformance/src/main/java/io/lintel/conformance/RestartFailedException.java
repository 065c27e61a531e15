package io.lintel.conformance;

import java.io.Serial;

/** The reader could not be restarted: its owner's means failed, which says nothing of the reader. The run ends with it. */
public final class RestartFailedException extends IllegalStateException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why it could not be restarted. */
    public RestartFailedException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
