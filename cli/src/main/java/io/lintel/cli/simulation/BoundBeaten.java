package io.lintel.cli.simulation;

import java.time.Instant;

/** A reader opened for a revoked credential when the manager had stated that it would not any more. */
final class BoundBeaten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The manager did not say that this reader may open. */
    BoundBeaten(long serial, int reader, Instant granted) {
        super("reader " + reader + " opened for credential " + serial + " at " + granted
                + ", though it was not named when that was revoked");
    }

    BoundBeaten(long serial, int reader, Instant bound, Instant granted) {
        super("reader " + reader + " opened for credential " + serial + " at " + granted
                + ", though it was to open for it no more from " + bound + " on");
    }
}
