package io.lintel.transport.ble.proximity;

import io.lintel.protocol.tap.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of doors that a person may tap, the nearest first ({@code ONE-01}). A value: {@link #next} returns the list of a moment later.
 *
 * <p>So that nothing moves away under the finger, a door stays until it is clearly out of range, and two change places only when one clearly
 * leads the other.
 *
 * @param readers those on the list, in its order; unmodifiable
 */
public record AvailableDoors<D>(List<D> readers) {
    /** Copies the list. */
    public AvailableDoors {
        readers = List.copyOf(readers);
    }

    /** No door in reach. */
    public static <D> AvailableDoors<D> none() {
        return new AvailableDoors<>(List.of());
    }

    /** Returns the list by what has been heard until {@code now}; doors that were not heard lately leave it. */
    public AvailableDoors<D> next(Trace<D> heard, Doors<D> doors, Instant now) {
        List<Estimate<D>> shown = new ArrayList<>();
        List<Estimate<D>> estimates = heard.estimates(now);
        for (D reader : readers) {
            estimates.stream()
                    .filter(estimate -> estimate.reader().equals(reader) && doors.keep(estimate, Trigger.LIST))
                    .forEach(shown::add);
        }
        for (Estimate<D> estimate : estimates) {
            if (!readers.contains(estimate.reader()) && doors.allow(estimate, Trigger.LIST)) {
                shown.add(estimate);
            }
        }
        letLeadersForward(shown);
        return new AvailableDoors<>(shown.stream().map(Estimate::reader).toList());
    }

    /** Insertion sort by "clearly nearer", which leaves alone whom it cannot tell apart. */
    private static <D> void letLeadersForward(List<Estimate<D>> shown) {
        for (int i = 1; i < shown.size(); i++) {
            for (int at = i; at > 0 && shown.get(at).leads(shown.get(at - 1)); at--) {
                shown.add(at - 1, shown.remove(at));
            }
        }
    }
}
