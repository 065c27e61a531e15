package io.lintel.protocol.reader;

import java.nio.charset.StandardCharsets;

/**
 * What a site says about one door, beside the policy that its reader enforces.
 *
 * @param name what people see in the app, 1 to 64 octets of UTF-8
 * @param signalPercent below this signal the reader is out of reach (RDR-07), 0 to 100; phones go by it too
 * @param oneTapPercent below this signal it is out of reach where nobody chose it (RDR-08), 0 to 100
 * @param behaviour how it behaves
 */
public record DoorSettings(String name, int signalPercent, int oneTapPercent, DoorBehaviour behaviour) {
    /** The most octets of a name. */
    public static final int MAX_NAME_SIZE_BYTES = 64;

    public DoorSettings {
        int size = name.getBytes(StandardCharsets.UTF_8).length;
        if (size < 1 || size > MAX_NAME_SIZE_BYTES) {
            throw new IllegalArgumentException("a door's name is 1 to " + MAX_NAME_SIZE_BYTES + " octets");
        }
        if (signalPercent < 0 || signalPercent > 100 || oneTapPercent < 0 || oneTapPercent > 100) {
            throw new IllegalArgumentException("a signal is 0 to 100 percent");
        }
    }
}
