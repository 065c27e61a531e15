package io.lintel.protocol.tap;

/**
 * Why a tap ended without an outcome. One value per class of failure, the same on both sides; none tells a peer more than
 * that the tap ended (spec/protocol.md 6).
 */
public enum TapError {
    /** A message was truncated, too long, of unknown kind, or held a value out of bounds. */
    MALFORMED("malformed", "The peer sent a message that the protocol does not allow."),
    /** A well-formed message came where the state has no use for it. */
    UNEXPECTED("unexpected", "The peer sent a message out of order."),
    /** Any cryptographic failure: every one looks the same. */
    NOT_AUTHENTIC("not-authentic", "The peer could not be authenticated."),
    /** The opener or the wait for an answer ended by time. */
    TIMED_OUT("timed-out", "The peer took too long. Try again."),
    /** The channel closed before the outcome. */
    DISCONNECTED("disconnected", "The connection closed before the outcome. Try again."),
    /** Too many failed cold taps lately; cold taps wait, fast taps go on. */
    RATE_LIMITED("rate-limited", "The reader saw too many failed taps. Wait a few seconds and try again."),
    /** The reader refused without a reason, as it does for every unauthenticated failure. */
    REFUSED("refused", "The reader refused. Is this credential of this site, and is it activated?"),
    /** The phone holds no credential of the project that the opener names. */
    UNKNOWN_PROJECT("unknown-project", "This reader belongs to a site that this wallet has no credential for."),
    /** The opener's version or suite is not the one of the project. */
    WRONG_SUITE("wrong-suite", "This reader speaks another version or suite than the site. Tell the administrator."),
    /** The phone has no project key of the opener's key epoch, or the epoch is below the site's minimum. */
    UNKNOWN_KEY_EPOCH("unknown-key-epoch", "The phone lacks the site's current keys. Go online and try again."),
    /** The opener was answered before, or automatic mode answered this reader less than a minute ago. */
    ALREADY_ANSWERED("already-answered", "This gesture was answered already. Tap again.");

    private final String code;
    private final String advice;

    TapError(String code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    /** Returns the stable code, lower case with hyphens. */
    public String code() {
        return code;
    }

    /** Returns one or two sentences for a person: what happened and what to do. */
    public String advice() {
        return advice;
    }
}
