package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.RunCursor;
import io.lintel.protocol.serials.SerialCoding;
import io.lintel.protocol.serials.SerialSet;
import java.util.Random;
import java.util.stream.LongStream;

/** Makes the vectors of coded serials: sets in both codings, and each way in which octets are none. */
final class SerialVectors {
    private static final long LAST = SerialSet.MAX_SERIAL;

    private final ObjectNode file = Json.object();

    private SerialVectors() {}

    static ObjectNode file() {
        SerialVectors vectors = new SerialVectors();
        vectors.file.put("format", "lintel-vectors/1").put("kind", "serials").putArray("vectors");
        vectors.sets();
        vectors.malformed();
        return vectors.file;
    }

    private void sets() {
        written("none", "No serial.", 1);
        written("one", "One serial.", 1, 3);
        written("base", "The base itself.", 3, 3);
        written("last", "The last serial there is.", 1, LAST);
        written("last-alone", "The only serial that a list could name.", LAST, LAST);
        written("three", "Three serials.", 1, 101, 402, 603);
        written("far", "Five near ones, and one in 32 bits.", 1, 1, 3, 5, 7, 9, 4_000_000_000L);
        written("run", "One run.", 1, LongStream.rangeClosed(11, 210).toArray());
        written(
                "runs",
                "Three runs and a single one.",
                1000,
                LongStream.of(1000, 2000, 2500, 9000)
                        .flatMap(first -> LongStream.range(first, first + (first == 2500 ? 1 : 60)))
                        .toArray());
        written(
                "all-odd",
                "Every other serial.",
                1,
                LongStream.range(0, 100).map(i -> 2 * i + 1).toArray());
        written(
                "random",
                "200 of 20,000, strewn.",
                1,
                new Random(1).longs(200, 1, 20_001).sorted().distinct().toArray());
        other("run-in-gaps", "11 to 30, each for itself: longer, and good.", 1, 1, "0014003ffffc");
        other("gap-parameter-24", "Serial 1 under parameter 24.", 1, 1, "180180000000");
    }

    private void malformed() {
        bad("empty", "No octet.", 1, "");
        bad("no-count", "A parameter alone.", 1, "00");
        bad("parameter-25", "A parameter above 24.", 1, "190180000000");
        bad("length-parameter-25", "A parameter of lengths above 24.", 2, "001901c0000000");
        bad("count-long", "The count 0 in two octets.", 1, "008000");
        bad("count-cut", "A count that goes on and does not.", 1, "0080");
        bad("count-33-bits", "A count of 2^32.", 1, "008080808010");
        bad("cut", "One serial and no bits.", 1, "0001");
        bad("cut-low", "The low bits cut.", 1, "0801c0");
        bad("octet-after", "An octet after the last serial.", 1, "00012000");
        bad("bit-after", "A bit set after the last serial.", 1, "000121");
        bad("none-and-bits", "No serial, and an octet.", 1, "000000");
        bad("value-in-32-bits", "The value 1 in 32 bits.", 1, "00010000000000000001");
        bad("above", "Serial 2^32.", 1, "000100000000ffffffff");
        bad("above-in-run", "A run that goes beyond 2^32 - 1.", 2, "000001" + "00000000fffffffe" + "40");
        bad("second-above", "A serial after the last one there is.", 1, "000200000000fffffffe80");
    }

    /** A set as a signer writes it. */
    private void written(String id, String title, long base, long... serials) {
        CodedSerials coded = CodedSerials.of(base, SerialSet.of(serials));
        read(id, title, coded).put("written", true);
    }

    /** Octets that no signer writes and that are good all the same. */
    private void other(String id, String title, long base, int coding, String hex) {
        read(id, title, CodedSerials.read(base, SerialCoding.ofCode(coding).orElseThrow(), Bytes.ofHex(hex)));
    }

    private ObjectNode read(String id, String title, CodedSerials coded) {
        ObjectNode vector = add(
                id, title, coded.base(), coded.coding().code(), coded.octets().toHex());
        ArrayNode runs = vector.put("expect", "read").putArray("runs");
        RunCursor cursor = coded.toSet().runs();
        while (cursor.advance()) {
            runs.addArray().add(cursor.first()).add(cursor.last());
        }
        return vector;
    }

    private void bad(String id, String title, int coding, String hex) {
        add("bad-" + id, title, 1, coding, hex).put("expect", "malformed");
    }

    private ObjectNode add(String id, String title, long base, int coding, String hex) {
        return file.withArray("/vectors")
                .addObject()
                .put("id", id)
                .put("title", title)
                .put("base", base)
                .put("coding", coding)
                .put("octets", hex);
    }
}
