package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.filled;
import static io.lintel.sdk.profile.Rules.ordered;

import java.util.Set;

/**
 * How people come into a site ({@code C-43}). A site keeps its ways from its creation on ({@code SSR-02}).
 *
 * @param modes the ways that are open
 */
public record EnrolmentRules(Set<Mode> modes) {

    /** One way in. */
    public enum Mode {
        /** An administrator enters people. */
        ADMIN,
        /** A host system's list is synchronised ({@code USR-14}). */
        AUTO_SYNC,
        /** People activate with the project's code and stay unknown here ({@code SSR-01}); excludes the other two. */
        SELF_SERVICE
    }

    /** Refuses no way at all, and self-service beside another way ({@code SSR-05}). */
    public EnrolmentRules {
        modes = ordered(filled(modes, "modes"), Mode.class);
        if (modes.contains(Mode.SELF_SERVICE) && modes.size() > 1) {
            throw new IllegalArgumentException("modes must be SELF_SERVICE alone, or others without it");
        }
    }

    /** Whether people register themselves. */
    public boolean selfService() {
        return modes.contains(Mode.SELF_SERVICE);
    }
}
