package io.lintel.protocol.checkin;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/**
 * A check-in message that is not of this protocol, version or suite, or not from the peer: every failure alike. It changed
 * nothing where it is thrown; a request that was sent before may have been answered, and may be repeated.
 *
 * <p>The message is for a person and holds no secret. No stack trace is recorded, because a peer can cause this as often
 * as it likes.
 */
public final class CheckInException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Every failure says the same. */
    public CheckInException() {
        super(
                "The check-in message is not from the expected peer, or was damaged on its way. Try again; if it fails again"
                        + " before the credential's lease ends, ask the site's administrator.");
    }

    @Override
    public String errorCode() {
        return "check-in.not-authentic";
    }
}
