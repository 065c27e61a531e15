package io.lintel.protocol.phone;

import io.lintel.protocol.tap.Trigger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What kind of phone it is, because not every kind can do everything ({@code C-19}). */
public enum Platform {
    /** Every way of opening. */
    ANDROID(EnumSet.allOf(Trigger.class)),
    /** No one-tap ({@code ONE-03}). */
    IOS(EnumSet.of(Trigger.LIST, Trigger.AUTOMATIC));

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and nobody else holds what is behind it
    private final Set<Trigger> modes;

    Platform(Set<Trigger> modes) {
        this.modes = Collections.unmodifiableSet(modes);
    }

    /** Returns the modes that the platform supports. */
    public Set<Trigger> modes() {
        return modes;
    }
}
