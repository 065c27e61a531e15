package io.lintel.transport.ble.proximity;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Platform;
import io.lintel.protocol.tap.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The doors that a phone has credentials for, and how each may be opened there.
 *
 * @param modes of each reader; others are heard and not regarded
 * @param platform what kind of phone it is
 */
public record Doors<D>(Map<D, DoorModes> modes, Platform platform) {
    private static final int STRONGEST_PERCENT = 100;

    /** How many percent below its range a reader that was in range has been left. */
    private static final int HYSTERESIS_PERCENT = 10;

    /** Copies the map. */
    public Doors {
        modes = Map.copyOf(modes);
    }

    /** Whether a mode opens a reader from where it seems to be ({@code ONE-05}). */
    boolean allow(Estimate<D> estimate, Trigger mode) {
        DoorModes door = modes.get(estimate.reader());
        return door != null && door.allows(mode, platform, estimate.percent());
    }

    /** Whether a mode opens a reader from any distance at all. */
    boolean allowSomewhere(Estimate<D> estimate, Trigger mode) {
        DoorModes door = modes.get(estimate.reader());
        return door != null && door.allows(mode, platform, STRONGEST_PERCENT);
    }

    /** Whether a reader that was in a mode's range still is: it takes more to leave the range than to enter it. */
    boolean keep(Estimate<D> estimate, Trigger mode) {
        DoorModes door = modes.get(estimate.reader());
        return door != null
                && door.allows(mode, platform, Math.min(STRONGEST_PERCENT, estimate.percent() + HYSTERESIS_PERCENT));
    }

    /**
     * The nearest reader, if the mode opens it and it leads every other that the mode could open, also those that seem too far: one of them
     * may be the one in front of the person, in a fade ({@code ONE-02}, {@code RDR-09}). Not on the word of a single signal.
     */
    Optional<D> clearlyNearest(List<Estimate<D>> nearestFirst, Trigger mode) {
        List<Estimate<D>> rivals = nearestFirst.stream()
                .filter(estimate -> allowSomewhere(estimate, mode))
                .toList();
        if (rivals.isEmpty()) {
            return Optional.empty();
        }
        Estimate<D> nearest = rivals.get(0);
        if (!nearest.isFounded() || !allow(nearest, mode)) {
            return Optional.empty();
        }
        boolean clear = rivals.stream().skip(1).allMatch(nearest::leads);
        return clear ? Optional.of(nearest.reader()) : Optional.empty();
    }
}
