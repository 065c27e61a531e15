package io.lintel.protocol.phone;

import io.lintel.protocol.tap.Trigger;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * In which modes a phone may open one door, and from how near: what the customer's settings and the reader's own leave
 * ({@code ONE-01}, {@code ONE-05}).
 *
 * <p>Signals are percentages of the strongest one: more is nearer ({@code RDR-07}). A phone evaluates this; the reader
 * checks the mode, not the distance. Immutable.
 *
 * @param modes the modes that both the customer and the reader allow
 * @param signalPercent below this signal the door is out of reach in every mode, 0 to 100
 * @param oneTapPercent below this signal it is out of reach where nobody chose it: in every mode but {@link
 *     Trigger#LIST}, 0 to 100 ({@code RDR-08})
 */
public record DoorModes(Set<Trigger> modes, int signalPercent, int oneTapPercent) {
    private static final int MAX_PERCENT = 100;

    /** Copies the modes; refuses percentages out of bounds with {@link IllegalArgumentException}. */
    public DoorModes {
        EnumSet<Trigger> copy = EnumSet.noneOf(Trigger.class);
        copy.addAll(modes);
        modes = Collections.unmodifiableSet(copy);
        requirePercent(signalPercent);
        requirePercent(oneTapPercent);
    }

    /**
     * A door that a phone sees.
     *
     * @param door which one, as the caller calls it
     * @param modes what is allowed there
     * @param signalPercent how strongly the phone hears it, 0 to 100
     */
    public record Sighting<D>(D door, DoorModes modes, int signalPercent) {
        /** Refuses percentages out of bounds with {@link IllegalArgumentException}. */
        public Sighting {
            requirePercent(signalPercent);
        }
    }

    /**
     * Returns whether a door opens in a mode: the platform supports it, customer and reader allow it, and the signal reaches
     * the mode's threshold ({@code ONE-05}).
     */
    public boolean allows(Trigger mode, Platform platform, int measuredPercent) {
        requirePercent(measuredPercent);
        return platform.modes().contains(mode) && modes.contains(mode) && measuredPercent >= threshold(mode);
    }

    /** Returns the weakest signal at which a mode opens the door. */
    public int threshold(Trigger mode) {
        return mode == Trigger.LIST ? signalPercent : Math.max(signalPercent, oneTapPercent);
    }

    /** Returns these modes with what the person set in the app: the admin's value is the bound ({@code C-21}). */
    public DoorModes narrowedTo(int personsPercent) {
        return new DoorModes(modes, Math.max(signalPercent, personsPercent), oneTapPercent);
    }

    /**
     * Returns the one door that a gesture without a choice opens: the nearest of those that allow it ({@code ONE-02}, {@code
     * RDR-09}); the first of several that are equally near.
     */
    public static <D> Optional<D> nearest(Collection<Sighting<D>> sightings, Trigger mode, Platform platform) {
        return sightings.stream()
                .filter(sighting -> sighting.modes().allows(mode, platform, sighting.signalPercent()))
                .sorted(Comparator.comparingInt((Sighting<D> sighting) -> sighting.signalPercent())
                        .reversed())
                .map(Sighting::door)
                .findFirst();
    }

    private static void requirePercent(int value) {
        if (value < 0 || value > MAX_PERCENT) {
            throw new IllegalArgumentException("a signal is 0 to 100 percent");
        }
    }
}
