package io.lintel.transport.ble.proximity;

import java.time.Instant;

/**
 * One advertisement that a phone heard.
 *
 * @param reader which reader, as the caller calls it
 * @param at when
 * @param rssi how strong, in dBm
 * @param powerAtOneMetre what it would be one metre away, in dBm, as the advertisement says
 */
public record Signal<D>(D reader, Instant at, int rssi, int powerAtOneMetre) {
    private static final int WEAKEST = -127;
    private static final int STRONGEST = 20;

    /** Refuses strengths that no radio reports, such as the 127 that stands for none, with {@link IllegalArgumentException}. */
    public Signal {
        if (rssi < WEAKEST || rssi > STRONGEST || powerAtOneMetre < WEAKEST || powerAtOneMetre > STRONGEST) {
            throw new IllegalArgumentException("a signal is -127 to 20 dBm");
        }
    }

    /** How much weaker than at one metre, in dB; negative where nearer. */
    double attenuation() {
        return (double) powerAtOneMetre - rssi;
    }
}
