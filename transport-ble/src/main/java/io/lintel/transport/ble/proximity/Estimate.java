package io.lintel.transport.ble.proximity;

/**
 * Where a reader seems to be.
 *
 * @param attenuation the weighted mean of its attenuations relative to one metre, dB
 * @param signals how many signals of equal weight that is worth
 */
record Estimate<D>(D reader, double attenuation, double signals) {
    /** What fading makes of a single signal, dB: between a line of sight and a full room. */
    private static final double FADING = 6;

    /** Walls and bodies shift what no averaging removes, dB. */
    private static final double LEAST_LEAD = 4;

    /** How many standard deviations of chance a lead has to be. */
    private static final double SURENESS = 2;

    /** A single signal may be anything: an outlier, or a reflection that comes once. */
    private static final double LEAST_SIGNALS = 2;

    int percent() {
        return SignalScale.percent(attenuation);
    }

    /** Whether so many signals tell it that something may be done about it. */
    boolean isFounded() {
        return signals >= LEAST_SIGNALS;
    }

    /** Whether this reader is nearer than another beyond what chance explains. */
    boolean leads(Estimate<D> other) {
        double chance = FADING * Math.sqrt(1 / signals + 1 / other.signals);
        return other.attenuation - attenuation >= Math.max(LEAST_LEAD, SURENESS * chance);
    }
}
