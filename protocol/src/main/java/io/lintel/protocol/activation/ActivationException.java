package io.lintel.protocol.activation;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/**
 * An activation that cannot go on. Nothing was redeemed by the call that throws it; a request that was sent before may
 * have been, and sending it again returns the same grant.
 *
 * <p>The message is for a person and holds no secret. No stack trace is recorded, because a peer can cause this as often
 * as it likes.
 */
public final class ActivationException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why an activation cannot go on. */
    public enum Code {
        /** What was typed is no activation code. */
        BAD_CODE("activation.bad-code"),
        /** What was scanned is no activation link. */
        BAD_LINK("activation.bad-link"),
        /** A message that is not of this protocol, version or suite, or not from the peer: every failure alike. */
        NOT_AUTHENTIC("activation.not-authentic");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** Returns the stable name of this code. */
        public String id() {
            return id;
        }
    }

    private final Code code;

    ActivationException(Code code, String message) {
        super(message);
        this.code = code;
    }

    static ActivationException notAuthentic() {
        return new ActivationException(
                Code.NOT_AUTHENTIC,
                "The activation message is not from the expected peer, or was damaged on its way. Try again; if it fails"
                        + " again, ask the site's administrator for a new activation code.");
    }

    /** Returns why the activation cannot go on. */
    public Code code() {
        return code;
    }

    @Override
    public String errorCode() {
        return code.id();
    }
}
