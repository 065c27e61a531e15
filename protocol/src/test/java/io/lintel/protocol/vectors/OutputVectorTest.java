package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors of outputs follow from the tables of section 14. */
class OutputVectorTest {
    /** Facility bits, number bits, and how many data bits each parity bit covers. */
    private record Layout(int facility, int number, int covered) {}

    private static final Map<String, Layout> LAYOUTS = Map.of(
            "H10301", new Layout(8, 16, 12),
            "H10306", new Layout(16, 16, 16),
            "H10302", new Layout(0, 35, 18),
            "H10304", new Layout(16, 19, 18));

    @TestFactory
    Stream<DynamicTest> bitsFollowFromThePage() {
        JsonNode file = Json.read(SpecificationFiles.VECTORS.resolve("outputs.json"));
        return StreamSupport.stream(file.path("vectors").spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        Layout layout = LAYOUTS.get(Json.text(vector, "layout"));
        int room = vector.has("facility") ? layout.number() : layout.facility() + layout.number();
        String number = binary(vector.path("accessNumber").asLong());
        assertEquals(number.length() > room, vector.has("error"));
        if (vector.has("error")) {
            return;
        }
        String facility =
                vector.has("facility") ? padded(binary(vector.path("facility").asLong()), layout.facility()) : "";
        String data = facility + padded(number, room);
        String first = ones(data.substring(0, layout.covered())) % 2 == 0 ? "0" : "1";
        String last = ones(data.substring(data.length() - layout.covered())) % 2 == 0 ? "1" : "0";
        assertEquals(first + data + last, Json.text(vector, "bits"));
        assertEquals(osdp(first + data + last), Json.hex(vector, "osdp"));
    }

    private static String binary(long value) {
        return value == 0 ? "" : Long.toBinaryString(value);
    }

    private static String padded(String bits, int size) {
        return "0".repeat(size - bits.length()) + bits;
    }

    private static long ones(String bits) {
        return bits.chars().filter(bit -> bit == '1').count();
    }

    private static Bytes osdp(String bits) {
        int octets = (bits.length() + 7) / 8;
        String filled = bits + "0".repeat(octets * 8 - bits.length());
        String hex = new BigInteger(filled, 2).toString(16);
        return Bytes.ofHex("500001" + "%02x00".formatted(bits.length()) + "0".repeat(octets * 2 - hex.length()) + hex);
    }
}
