package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;

/**
 * How a credential is removed from its person's record ({@code C-29}).
 *
 * @param requires what has to come first
 * @param history what stays of it
 */
public record DeleteRules(Requires requires, History history) {

    /** What has to come before a deletion. */
    public enum Requires {
        /** Nothing: a deletion revokes as well. */
        NOTHING,
        /** A proven revocation ({@code REV-05}). */
        REVOKED,
        /** Credentials are never deleted. */
        NOT_OFFERED
    }

    /** What stays of a deleted credential. The audit trail always keeps its serial. */
    public enum History {
        /** The record, as deleted. */
        KEEP,
        /** Nothing but its serial on the revocation list ({@code REV-10}). */
        PURGE
    }

    /** Refuses missing values. */
    public DeleteRules {
        present(requires, "requires");
        present(history, "history");
    }
}
