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
 * again when the phone has been out of its range by a margin, has not heard it for {@link #SILENCE}, or has opened another since. A shorter
 * silence is no leaving: a phone hears nothing while it connects, taps or sleeps. The wallet, in addition, answers each reader once a minute at
 * most (spec/protocol.md 4.3).
 *
 * @param opens the reader to open at this look, and at no other
 * @param at which reader the phone is, and has opened
 * @param approached which reader has been the nearest since when, and has not been opened
 */
public record AutomaticMode<D>(Optional<D> opens, Optional<Stay<D>> at, Optional<Approach<D>> approached) {
    /** How long a reader has to be the nearest. */
    public static final Duration DWELL = Duration.ofMillis(700);

    /** How long a reader that was opened has to be silent to be taken for left. */
    public static final Duration SILENCE = Duration.ofMinutes(1);

    /** A reader that was opened, and when a look last found it heard, or opened it. */
    public record Stay<D>(D reader, Instant heard) {}

    /** A reader that has been the nearest since a time, and was when last looked at. */
    public record Approach<D>(D reader, Instant since, Instant looked) {}

    /** The mode as it begins, at no reader. */
    public static <D> AutomaticMode<D> begin() {
        return new AutomaticMode<>(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Looks at what has been heard so far. */
    public AutomaticMode<D> look(Trace<D> heard, Doors<D> doors, Instant now) {
        List<Estimate<D>> estimates = heard.estimates(now);
        Optional<Stay<D>> stillAt = at.flatMap(stay -> stillAt(stay, estimates, doors, now));
        Optional<D> nearest = doors.clearlyNearest(estimates, Trigger.AUTOMATIC)
                .filter(reader ->
                        stillAt.filter(stay -> stay.reader().equals(reader)).isEmpty());
        if (nearest.isEmpty()) {
            return new AutomaticMode<>(Optional.empty(), stillAt, Optional.empty());
        }
        Approach<D> approach = approached
                .filter(before -> before.reader().equals(nearest.get()))
                .filter(before -> !now.isAfter(before.looked().plus(Trace.WINDOW))) // what was between, nobody knows
                .map(before -> new Approach<>(before.reader(), before.since(), now))
                .orElse(new Approach<>(nearest.get(), now, now));
        if (now.isBefore(approach.since().plus(DWELL))) {
            return new AutomaticMode<>(Optional.empty(), stillAt, Optional.of(approach));
        }
        return new AutomaticMode<>(nearest, Optional.of(new Stay<>(nearest.get(), now)), Optional.empty());
    }

    private static <D> Optional<Stay<D>> stillAt(
            Stay<D> stay, List<Estimate<D>> estimates, Doors<D> doors, Instant now) {
        if (now.isAfter(stay.heard().plus(SILENCE))) {
            return Optional.empty();
        }
        Optional<Estimate<D>> heard = estimates.stream()
                .filter(estimate -> estimate.reader().equals(stay.reader()))
                .findFirst();
        if (heard.isEmpty()) {
            return Optional.of(stay);
        }
        boolean left = heard.get().isFounded() && !doors.keep(heard.get(), Trigger.AUTOMATIC);
        return left ? Optional.empty() : Optional.of(new Stay<>(stay.reader(), now));
    }
}
