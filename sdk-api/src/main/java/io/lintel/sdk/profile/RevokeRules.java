package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.filled;
import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.present;

import java.util.Set;

/**
 * How a credential is taken back ({@code C-26}).
 *
 * @param mode what taking back means
 * @param actors who may do it ({@code C-31})
 * @param markLost whether a credential can be marked lost ({@code REV-06})
 */
public record RevokeRules(Mode mode, Set<RevokingActor> actors, boolean markLost) {

    /** What taking back means. */
    public enum Mode {
        /** It shows as taken back at once, and can be restored at once; the phone follows at its next check-in. */
        AFTER_SYNC,
        /** It is pending until the phone's check-in, or the end of its lease, proves that it opens nothing ({@code REV-02}). */
        CONFIRMED,
        /** The manager's people cannot: the host system blocks the number ({@code REV-14}). */
        HOST_ONLY
    }

    /** Who takes back. */
    public enum RevokingActor {
        /** An administrator. */
        ADMIN,
        /** The holder, in the app. */
        USER,
        /** The host system. */
        HOST
    }

    /** Refuses values that make no sense together. */
    public RevokeRules {
        present(mode, "mode");
        actors = ordered(filled(actors, "actors"), RevokingActor.class);
        if ((mode == Mode.HOST_ONLY) != actors.equals(Set.of(RevokingActor.HOST))) {
            throw new IllegalArgumentException("actors must be HOST alone where the mode is HOST_ONLY, and only there");
        }
    }
}
