package io.lintel.protocol.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Messages on Wiegand wires: what is read is written the same. */
class WiegandFuzzTest {

    @FuzzTest
    void whatIsReadIsWrittenTheSame(FuzzedDataProvider data) {
        for (WiegandFormat format : WiegandFormat.values()) {
            BitString message = new BitString(data.consumeLong(0, (1L << format.size()) - 1), format.size());
            format.decode(message)
                    .ifPresent(content -> assertEquals(message, format.encode(content.facility(), content.number())));
        }
    }
}
