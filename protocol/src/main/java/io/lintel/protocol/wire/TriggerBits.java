package io.lintel.protocol.wire;

import io.lintel.protocol.tap.Trigger;
import java.util.EnumSet;
import java.util.Set;

/** A set of triggers as a number: bit n - 1 is set where trigger n is in it. */
public final class TriggerBits {
    private TriggerBits() {}

    public static int of(Set<Trigger> triggers) {
        int bits = 0;
        for (Trigger trigger : triggers) {
            bits |= bit(trigger);
        }
        return bits;
    }

    /** Refuses bits of no trigger with {@link IllegalArgumentException}. */
    public static Set<Trigger> triggers(int bits) {
        EnumSet<Trigger> triggers = EnumSet.allOf(Trigger.class);
        triggers.removeIf(trigger -> (bits & bit(trigger)) == 0);
        if (of(triggers) != bits) {
            throw new IllegalArgumentException("it names an unknown trigger");
        }
        return triggers;
    }

    private static int bit(Trigger trigger) {
        return 1 << (trigger.code() - 1);
    }
}
