package io.lintel.transport.ble.proximity;

import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One gesture of a person who did not choose a reader: the widget, or the display lit up. Opens the nearest reader, or none ({@code ONE-02}).
 *
 * <p>A value: {@link #look} returns the gesture one look further. Once it has decided it stays decided, so no two readers open from one
 * gesture ({@code RDR-09}).
 *
 * @param mode what the gesture was
 * @param made when
 * @param choice what has become of it
 */
public record OneTap<D>(Trigger mode, Instant made, Choice<D> choice) {
    /** How long a gesture may look for the nearest reader. */
    public static final Duration PATIENCE = Duration.ofMillis(1200);

    /** A gesture made now; {@code mode} is {@link Trigger#WIDGET} or {@link Trigger#DISPLAY}, else {@link IllegalArgumentException}. */
    public static <D> OneTap<D> made(Trigger mode, Instant now) {
        if (mode != Trigger.WIDGET && mode != Trigger.DISPLAY) {
            throw new IllegalArgumentException("a gesture without a choice is the widget's or the display's");
        }
        return new OneTap<>(mode, now, new Choice.Wait<>(now.plus(PATIENCE)));
    }

    /** Whether it has decided. */
    public boolean isDecided() {
        return !(choice instanceof Choice.Wait);
    }

    /** Looks at what has been heard so far. */
    public OneTap<D> look(Trace<D> heard, Doors<D> doors, Instant now) {
        if (isDecided()) {
            return this;
        }
        List<Estimate<D>> estimates = heard.estimates(now);
        Optional<D> nearest = doors.clearlyNearest(estimates, mode);
        if (nearest.isPresent()) {
            return decided(new Choice.Open<>(nearest.get()));
        }
        if (now.isBefore(made.plus(PATIENCE))) {
            return this;
        }
        List<D> near = estimates.stream()
                .filter(estimate -> doors.allow(estimate, mode))
                .map(Estimate::reader)
                .toList();
        return decided(near.isEmpty() ? new Choice.Nothing<>() : new Choice.Unclear<>(near));
    }

    private OneTap<D> decided(Choice<D> last) {
        return new OneTap<>(mode, made, last);
    }
}
