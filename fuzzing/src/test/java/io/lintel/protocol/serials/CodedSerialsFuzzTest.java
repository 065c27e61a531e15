package io.lintel.protocol.serials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;

/** Coded serials: a set in which every serial that the cursor gives is found, or refused. */
class CodedSerialsFuzzTest {
    private static final long MOST_LOOKED_UP = 1000;
    private static final long BASE = 7;

    @FuzzTest
    void everySerialThatIsReadIsFound(byte[] data) {
        Bytes octets = Bytes.copyOf(data);
        for (SerialCoding coding : SerialCoding.values()) {
            Parser<Bytes, CodedSerials> parser =
                    Parser.of(read -> CodedSerials.read(BASE, coding, read), IllegalArgumentException.class);
            parser.read(octets, octets.size()).ifPresent(coded -> check(coded, octets));
        }
    }

    private static void check(CodedSerials coded, Bytes octets) {
        assertEquals(octets, coded.octets());
        RunCursor runs = coded.runs();
        long last = BASE - 1;
        long count = 0;
        for (long run = 0; runs.advance() && run < MOST_LOOKED_UP; run++) {
            assertTrue(runs.first() > last && runs.last() >= runs.first(), "runs ascend");
            assertTrue(coded.contains(runs.first()) && coded.contains(runs.last()), "what is in is found");
            last = runs.last();
            count += runs.last() - runs.first() + 1;
        }
        assertTrue(count <= coded.size());
    }
}
