package io.lintel.protocol.output;

import java.util.OptionalInt;

/**
 * How one reader tells access numbers to its panel.
 *
 * @param format the layout
 * @param facility the site's facility code, put before every number; empty where the access number holds it in its upper
 *     bits, or where the format has none
 */
public record WiegandOutput(WiegandFormat format, OptionalInt facility) {
    /** Refuses a facility code that the format has no room for with {@link IllegalArgumentException}. */
    public WiegandOutput {
        facility.ifPresent(format::requireFacility);
    }

    /**
     * Returns the message for an access number.
     *
     * @throws DoesNotFitException where the format has no room for it
     */
    public BitString encode(long accessNumber) {
        return facility.isPresent() ? format.encode(facility.getAsInt(), accessNumber) : format.encode(accessNumber);
    }
}
