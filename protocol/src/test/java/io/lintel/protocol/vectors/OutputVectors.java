package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.protocol.output.BitString;
import io.lintel.protocol.output.DoesNotFitException;
import io.lintel.protocol.output.OsdpCardData;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import java.util.OptionalInt;

/** Makes the vectors of outputs: access numbers on Wiegand wires and in OSDP replies. */
final class OutputVectors {
    private final ObjectNode file = Json.object();

    private OutputVectors() {}

    static ObjectNode file() {
        OutputVectors vectors = new OutputVectors();
        vectors.file.put("format", "lintel-vectors/1").put("kind", "outputs").putArray("vectors");
        for (WiegandFormat format : WiegandFormat.values()) {
            vectors.whole(format);
            if (format.maxFacility() > 0) {
                vectors.withFacility(format);
            }
        }
        return vectors.file;
    }

    private void whole(WiegandFormat format) {
        OptionalInt none = OptionalInt.empty();
        for (long number : new long[] {0, 1, 4711, format.maxWholeNumber() / 3, format.maxWholeNumber()}) {
            add(format, none, number);
        }
        add(format, none, format.maxWholeNumber() + 1);
        add(format, none, Long.MAX_VALUE);
    }

    private void withFacility(WiegandFormat format) {
        for (int facility : new int[] {0, 123, format.maxFacility()}) {
            for (long number : new long[] {0, 1, 4567, format.maxNumber(), format.maxNumber() + 1}) {
                add(format, OptionalInt.of(facility), number);
            }
        }
    }

    private void add(WiegandFormat format, OptionalInt facility, long number) {
        ObjectNode vector = file.withArray("/vectors").addObject();
        String of = facility.isPresent() ? facility.getAsInt() + "-" : "";
        vector.put("id", Json.name(format) + "-" + of + number).put("layout", format.name());
        facility.ifPresent(code -> vector.put("facility", code));
        vector.put("accessNumber", number);
        try {
            BitString bits = new WiegandOutput(format, facility).encode(number);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < bits.size(); i++) {
                text.append(bits.bit(i));
            }
            vector.put("bits", text.toString());
            vector.put("osdp", OsdpCardData.wiegand(0, bits).reply().toHex());
        } catch (DoesNotFitException tooLarge) {
            vector.put("error", "does-not-fit");
        }
    }
}
