package io.lintel.cli.reader;

import io.lintel.protocol.output.BitString;
import io.lintel.protocol.output.DoesNotFitException;
import io.lintel.protocol.output.OsdpCardData;
import io.lintel.protocol.output.WiegandOutput;
import java.util.Map;

/**
 * What the panel gets to know of a grant, for a log.
 *
 * @param text for people
 * @param facts for programs
 */
record PanelOutput(String text, Map<String, Object> facts) {

    /** The Wiegand bits, and the OSDP reply that carries the same. */
    static PanelOutput of(WiegandOutput output, long accessNumber) {
        String format = output.format().name();
        try {
            BitString bits = output.encode(accessNumber);
            String data = bits.leftAligned().toHex();
            String osdp = OsdpCardData.wiegand(0, bits).reply().toHex();
            return new PanelOutput(
                    "panel: Wiegand " + format + " " + data + ", OSDP " + osdp,
                    Map.of("format", format, "bits", bits.size(), "wiegand", data, "osdp", osdp));
        } catch (DoesNotFitException tooLarge) {
            String why = String.valueOf(tooLarge.getMessage());
            return new PanelOutput("panel: nothing. " + why, Map.of("format", format, "error", why));
        }
    }
}
