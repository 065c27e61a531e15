package io.lintel.transport.bluez;

import io.lintel.transport.ble.ReaderAdvertisement;

/**
 * A reader that was heard.
 *
 * @param address where to connect
 * @param advertisement what it says of itself, which nothing authenticates
 * @param signal the last signal in dBm, or {@link #UNKNOWN}
 */
public record Sighting(BluetoothAddress address, ReaderAdvertisement advertisement, int signal) {
    /** The signal where the adapter tells none: weaker than any. */
    public static final int UNKNOWN = -127;

    /** Whether the adapter told how strong the signal is. */
    public boolean isMeasured() {
        return signal != UNKNOWN;
    }

    /** The same reader, heard so strongly. */
    Sighting at(int decibels) {
        return new Sighting(address, advertisement, decibels);
    }
}
