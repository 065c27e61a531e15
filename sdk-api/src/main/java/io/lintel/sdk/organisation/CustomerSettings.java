package io.lintel.sdk.organisation;

import io.lintel.protocol.tap.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What all mobile keys of a customer have in common ({@code CFG-01} to {@code CFG-09}). A change applies to keys that are
 * issued after it ({@code CFG-04}); the identification modes apply at once.
 *
 * @param keyName what phones show for the site or company; 1 to 128 octets of UTF-8 ({@code CFG-01})
 * @param prefix decimal digits in front of automatic access numbers, so that they do not collide with those of cards
 *     ({@code CFG-02}); the profile says how many
 * @param defaultValidUntil when new keys end unless their issue says otherwise; empty for unlimited ({@code CFG-03})
 * @param duplicates whether two credentials in force may have one access number ({@code CFG-05})
 * @param identification the modes that are switched on for all readers, one-tap ({@link Trigger#WIDGET}, {@link
 *     Trigger#DISPLAY}) and automatic ({@code CFG-06}, {@code CFG-07}, {@code C-18}); {@link Trigger#LIST} has no switch and
 *     is always among them
 */
public record CustomerSettings(
        String keyName,
        Optional<String> prefix,
        Optional<Instant> defaultValidUntil,
        DuplicateNumbers duplicates,
        Set<Trigger> identification) {

    /** A phone shows the name, and an activation has room for this much of it. */
    public static final int MAX_KEY_NAME_SIZE_BYTES = 128;

    /** More digits leave no room for numbers in any panel's format. */
    public static final int MAX_PREFIX_DIGITS = 6;

    /** Whether two credentials in force may have one access number; only the distributor sets it ({@code ACC-37}). */
    public enum DuplicateNumbers {
        /** A second one is refused. */
        REFUSED,
        /** Nobody checks; not recommended. */
        ALLOWED
    }

    /** Checks the name and the prefix, copies the modes and adds the one without a switch. */
    public CustomerSettings {
        checkKeyName(keyName);
        if (prefix.isPresent() && !prefix.get().matches("[0-9]{1," + MAX_PREFIX_DIGITS + "}")) {
            throw new IllegalArgumentException("the prefix is 1 to " + MAX_PREFIX_DIGITS + " decimal digits");
        }
        EnumSet<Trigger> modes = EnumSet.of(Trigger.LIST);
        modes.addAll(identification);
        identification = Collections.unmodifiableSet(modes);
    }

    /** Refuses a key name that no phone could show. */
    public static void checkKeyName(String name) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the key name is empty or holds a control character");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_NAME_SIZE_BYTES) {
            throw new IllegalArgumentException("the key name is longer than " + MAX_KEY_NAME_SIZE_BYTES + " octets");
        }
    }

    /** What a customer starts with: its own name, no prefix, unlimited validity, no duplicates, every mode. */
    public static CustomerSettings initial(String customerName) {
        return new CustomerSettings(
                customerName,
                Optional.empty(),
                Optional.empty(),
                DuplicateNumbers.REFUSED,
                EnumSet.allOf(Trigger.class));
    }

    /** The same settings with the other switch for duplicates. */
    public CustomerSettings with(DuplicateNumbers others) {
        return new CustomerSettings(keyName, prefix, defaultValidUntil, others, identification);
    }

    /** Whether the customer's switches let this mode through ({@code ONE-05}). */
    public boolean allows(Trigger mode) {
        return identification.contains(mode);
    }
}
