package io.lintel.transport.ble.proximity;

import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Automatic mode: the phone opens the reader that the person stands at, without a gesture ({@code ONE-01}). A value: {@link #look} returns
 * the mode one look further.
 *
 * <p>A reader has to be the nearest, clearly, for {@link #DWELL}, so that one walks past doors without opening them. It opens once; it opens
 * again when the phone has been out of its range by a margin, or has opened another since. The wallet, in addition, answers each reader once a minute at most (spec/protocol.md 4.3).
 *
 * @param opens the reader to open at this look, and at no other
 * @param at which reader the phone is, and has opened
 * @param approached which reader has been the nearest since when, and has not been opened
 */
public record AutomaticMode<D>(Optional<D> opens, Optional<D> at, Optional<Approach<D>> approached) {
    /** How long a reader has to be the nearest. */
    public static final Duration DWELL = Duration.ofMillis(700);

    /** A reader that has been the nearest since a time. */
    public record Approach<D>(D reader, Instant since) {}

    /** The mode as it begins, at no reader. */
    public static <D> AutomaticMode<D> begin() {
        return new AutomaticMode<>(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Looks at what has been heard so far. */
    public AutomaticMode<D> look(Trace<D> heard, Doors<D> doors, Instant now) {
        List<Estimate<D>> estimates = heard.estimates(now);
        Optional<D> stillAt = at.filter(reader -> !hasLeft(reader, estimates, doors));
        Optional<D> nearest = doors.clearlyNearest(estimates, Trigger.AUTOMATIC)
                .filter(reader -> !stillAt.equals(Optional.of(reader)));
        if (nearest.isEmpty()) {
            return new AutomaticMode<>(Optional.empty(), stillAt, Optional.empty());
        }
        Approach<D> approach = approached
                .filter(before -> before.reader().equals(nearest.get()))
                .orElse(new Approach<>(nearest.get(), now));
        if (now.isBefore(approach.since().plus(DWELL))) {
            return new AutomaticMode<>(Optional.empty(), stillAt, Optional.of(approach));
        }
        return new AutomaticMode<>(nearest, nearest, Optional.empty());
    }

    private static <D> boolean hasLeft(D reader, List<Estimate<D>> estimates, Doors<D> doors) {
        return estimates.stream()
                .noneMatch(estimate -> estimate.reader().equals(reader) && doors.keep(estimate, Trigger.AUTOMATIC));
    }
}
