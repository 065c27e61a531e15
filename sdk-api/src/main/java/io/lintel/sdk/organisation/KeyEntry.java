package io.lintel.sdk.organisation;

import io.lintel.protocol.tap.Trigger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all mobile keys of a customer shall have in common, as somebody typed it ({@code CFG-09}): the settings that the
 * customer may edit itself. What is wrong with it comes back as {@link FieldError}s.
 *
 * @param keyName what phones show for the site or company; 1 to 128 octets of UTF-8
 * @param prefix decimal digits in front of automatic access numbers; empty for none
 * @param defaultValidUntil when new keys end; empty for unlimited
 * @param identification the modes that are switched on for all readers
 */
public record KeyEntry(
        String keyName, String prefix, Optional<Instant> defaultValidUntil, Set<Trigger> identification) {

    /** Copies the modes. */
    public KeyEntry {
        identification = Set.copyOf(identification);
    }

    /** No prefix, unlimited validity, every mode: what the wizard proposes ({@code CFG-03}, {@code CFG-07}). */
    public static KeyEntry proposal(String keyName) {
        return new KeyEntry(keyName, "", Optional.empty(), EnumSet.allOf(Trigger.class));
    }
}
