package io.lintel.transport.ble.proximity;

import java.time.Instant;
import java.util.List;

/** What has become of a gesture. */
public sealed interface Choice<D> {
    /** Not decided: ask again with the next signal, and at {@code until} in any case. */
    record Wait<D>(Instant until) implements Choice<D> {}

    /** The one reader that is meant. */
    record Open<D>(D reader) implements Choice<D> {}

    /** Several readers are too close to tell apart: the person chooses among them, the nearest first. */
    record Unclear<D>(List<D> readers) implements Choice<D> {}

    /** No reader is near enough that this mode opens. */
    record Nothing<D>() implements Choice<D> {}
}
