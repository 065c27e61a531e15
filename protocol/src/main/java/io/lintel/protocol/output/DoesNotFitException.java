package io.lintel.protocol.output;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/**
 * An access number that is too large for the reader's output format. The door may open; the panel cannot be told whose
 * access it was, so a reader that leaves the decision to the panel treats this as a denial. The message does not hold the
 * number.
 */
public final class DoesNotFitException extends ProtocolException {
    /** The stable code of this failure. */
    public static final String CODE = "output.does-not-fit";

    @Serial
    private static final long serialVersionUID = 1L;

    private final WiegandFormat format;

    DoesNotFitException(WiegandFormat format, long highest, String where) {
        super("The access number does not fit " + format + ", which holds 0 to " + highest + " " + where
                + ". Choose a wider output format for this reader, or issue shorter access numbers.");
        this.format = format;
    }

    /** Returns {@link #CODE}. */
    @Override
    public String errorCode() {
        return CODE;
    }

    /** Returns the format that has no room. */
    public WiegandFormat format() {
        return format;
    }
}
