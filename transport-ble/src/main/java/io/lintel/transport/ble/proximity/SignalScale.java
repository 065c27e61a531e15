package io.lintel.transport.ble.proximity;

/**
 * The seeds' signal percentages as attenuations: 10, 40, 70 and 100 % are what 6 m, 4.5 m, 2.5 m and 0.1 m of free space leave of the signal
 * at one metre ({@code RDR-07}). Between them the scale is straight in decibels.
 */
final class SignalScale {
    private static final double[] PERCENT = {10, 40, 70, 100};
    private static final double[] METRES = {6, 4.5, 2.5, 0.1};
    private static final double MAX_PERCENT = 100;
    private static final double DECIBELS_PER_DECADE = 20;

    private SignalScale() {}

    /** The attenuation, relative to one metre, of a distance in free space. */
    static double decibelsAt(double metres) {
        return DECIBELS_PER_DECADE * Math.log10(metres);
    }

    /** The percentage of an attenuation relative to one metre, 0 to 100; more is nearer. */
    static int percent(double decibels) {
        int last = PERCENT.length - 1;
        int at = 1;
        while (at < last && decibels < decibelsAt(METRES[at])) {
            at++;
        }
        double from = decibelsAt(METRES[at - 1]);
        double to = decibelsAt(METRES[at]);
        double value = PERCENT[at - 1] + (decibels - from) / (to - from) * (PERCENT[at] - PERCENT[at - 1]);
        return (int) Math.floor(Math.max(0, Math.min(MAX_PERCENT, value)) + 1e-9);
    }
}
