package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialCoding;
import io.lintel.protocol.vectors.straight.StraightSerials;
import io.lintel.protocol.vectors.straight.StraightSerials.Coded;
import io.lintel.protocol.vectors.straight.StraightSerials.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Coded serials are read, or refused, as the vectors say: by the code, and by a second one written from the page. */
class SerialVectorTest {

    @TestFactory
    Stream<DynamicTest> serialsAreReadAsTheVectorsSay() {
        JsonNode file = Json.read(SpecificationFiles.VECTORS.resolve("serials.json"));
        return StreamSupport.stream(file.path("vectors").spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        long base = vector.path("base").asLong();
        Coded coded = new Coded(vector.path("coding").asInt(), Json.hex(vector, "octets"));
        if (Json.text(vector, "expect").equals("malformed")) {
            assertThrows(IllegalArgumentException.class, () -> read(base, coded));
            assertThrows(IllegalArgumentException.class, () -> StraightSerials.decode(base, coded));
            return;
        }
        List<Run> runs = new ArrayList<>();
        vector.path("runs")
                .forEach(run ->
                        runs.add(new Run(run.path(0).asLong(), run.path(1).asLong())));
        assertEquals(runs, StraightSerials.decode(base, coded));
        assertLooksUp(read(base, coded), base, runs);
        assertEquals(
                vector.path("written").asBoolean(),
                coded.equals(StraightSerials.encode(base, runs)),
                "whether a signer writes it so");
    }

    private static CodedSerials read(long base, Coded coded) {
        Bytes octets = coded.octets();
        return CodedSerials.read(base, SerialCoding.ofCode(coded.coding()).orElseThrow(), octets);
    }

    private static void assertLooksUp(CodedSerials serials, long base, List<Run> runs) {
        long size = 0;
        long before = base - 1;
        for (Run run : runs) {
            assertTrue(serials.contains(run.first()) && serials.contains(run.last()));
            assertFalse(run.first() - 1 > before && serials.contains(run.first() - 1));
            assertFalse(serials.contains(run.last() + 1));
            before = run.last();
            size += run.last() - run.first() + 1;
        }
        assertEquals(size, serials.size());
    }
}
