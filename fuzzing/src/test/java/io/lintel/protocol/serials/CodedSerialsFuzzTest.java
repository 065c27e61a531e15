package io.lintel.protocol.serials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Coded serials: a set in which every serial that the cursor gives is found, or refused. */
class CodedSerialsFuzzTest {
    private static final long MOST_LOOKED_UP = 1000;
    private static final int HEAD = 1 + Integer.BYTES;

    private static final Parser<Bytes, CodedSerials> SERIALS =
            Parser.of(CodedSerialsFuzzTest::read, IllegalArgumentException.class);

    @FuzzTest
    void everySerialThatIsReadIsFound(byte[] data) {
        isRead(Bytes.copyOf(data));
    }

    /** Returns whether it is a coding's number, a base in 4 octets, and serials in that coding. */
    static boolean isRead(Bytes input) {
        Optional<CodedSerials> serials = SERIALS.read(input, input.size());
        serials.ifPresent(coded -> check(coded, input.slice(HEAD, input.size())));
        return serials.isPresent();
    }

    private static CodedSerials read(Bytes input) {
        if (input.size() < HEAD) {
            throw new IllegalArgumentException("no head");
        }
        SerialCoding coding = SerialCoding.ofCode(input.unsigned(0)).orElseThrow(IllegalArgumentException::new);
        long base = ByteBuffer.wrap(input.toByteArray()).getInt(1) & 0xffff_ffffL;
        return CodedSerials.read(base, coding, input.slice(HEAD, input.size()));
    }

    private static void check(CodedSerials coded, Bytes octets) {
        assertEquals(octets, coded.octets());
        RunCursor runs = coded.runs();
        long last = coded.base() - 1;
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
