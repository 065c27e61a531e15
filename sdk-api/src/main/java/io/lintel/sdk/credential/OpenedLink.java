package io.lintel.sdk.credential;

/** What became of an activation link that somebody opened outside the app, such as in a browser. */
public enum OpenedLink {
    /** It is as good as before: show how to get the app, which redeems it ({@code ACT-20}). */
    STILL_GOOD,
    /**
     * It is good no more, by this opening, an earlier one or an activation: say that the link has expired ({@code ACT-13}), and
     * who sends a new one.
     */
    USED_UP,
    /** Its time is over, or there was never such a link; say the same. */
    EXPIRED
}
