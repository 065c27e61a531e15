package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;
import java.util.Optional;

/** What a phone keeps of what it carries between readers and the manager. */
class CourierBagFuzzTest {
    private static final Parser<Bytes, CourierBag> BAG = Parser.ofOptional(CourierBag::decode);

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) {
        BAG.read(Bytes.copyOf(data), data.length)
                .ifPresent(bag -> assertEquals(Optional.of(bag), CourierBag.decode(bag.encode())));
    }
}
