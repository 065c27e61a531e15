package io.lintel.testing;

import java.util.Locale;
import java.util.Optional;

/** What became of a requirement, as {@code docs/requirements.md} says. */
enum RequirementState {
    /** Tests that carry its id show it. */
    TESTED(false),
    /** Part of the product, brought by the topic that the note names. */
    LATER(true),
    /** Belongs to a user interface, which Lintel is not. */
    SCREEN(false),
    /** The seeds do not say; the note says what was decided. */
    GAP(true);

    private final boolean explained;

    RequirementState(boolean explained) {
        this.explained = explained;
    }

    /** Whether the state says nothing without a note. */
    boolean needsNote() {
        return explained;
    }

    /** Whether this requirement may have this state: few are a user interface's alone. */
    boolean isAllowedFor(String id) {
        return this != SCREEN
                || id.startsWith("UIX-")
                || id.equals("LNG-02")
                || id.equals("ACC-07")
                || id.equals("ACC-10");
    }

    static Optional<RequirementState> of(String name) {
        for (RequirementState state : values()) {
            if (state.name().equals(name)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** The name for a style sheet. */
    String cssClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
