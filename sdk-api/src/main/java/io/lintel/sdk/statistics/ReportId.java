package io.lintel.sdk.statistics;

import io.lintel.crypto.Bytes;
import java.security.SecureRandom;

/**
 * Names one report, so that it counts once however often it comes: random, made for this report alone, forgotten after two
 * days, and kept beside nothing but the day.
 *
 * @param value 16 octets
 */
public record ReportId(Bytes value) {

    private static final int SIZE_BYTES = 16;

    /** Refuses anything but 16 octets. */
    public ReportId {
        if (value.size() != SIZE_BYTES) {
            throw new IllegalArgumentException("a report's id has 16 octets, not " + value.size());
        }
    }

    /** Draws a new id. */
    public static ReportId random(SecureRandom random) {
        byte[] octets = new byte[SIZE_BYTES];
        random.nextBytes(octets);
        return new ReportId(Bytes.copyOf(octets));
    }
}
