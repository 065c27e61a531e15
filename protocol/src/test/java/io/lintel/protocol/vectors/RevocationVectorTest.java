package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.vectors.straight.Plain;
import io.lintel.protocol.vectors.straight.StraightSerials;
import io.lintel.protocol.vectors.straight.StraightSerials.Coded;
import io.lintel.protocol.vectors.straight.StraightSerials.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Deltas and chunk tables are what the vectors say: by the code, and step by step as spec/revocation.md tells it. */
class RevocationVectorTest {

    @TestFactory
    Stream<DynamicContainer> deltasAndChunksAreWhatTheVectorsSay() {
        return SpecificationFiles.files("revocation-").map(RevocationVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        CryptoSuite suite = SpecificationFiles.suite(file.path("suite").asInt());
        ProjectTrust trust = new World(suite, file).trust("site");
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector ->
                                DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(trust, file, vector))));
    }

    private static void check(ProjectTrust trust, ObjectNode file, JsonNode vector) {
        if (vector.has("delta")) {
            delta(trust, file, vector);
        } else {
            chunks(trust, vector);
        }
    }

    private static void delta(ProjectTrust trust, ObjectNode file, JsonNode vector) {
        Bytes base = list(file, vector, "base");
        Bytes octets = Json.hex(vector, "delta");
        try {
            Bytes result = ListDelta.parse(octets).applyTo(trust.verifyListAsIssued(base));
            assertEquals("applied", Json.text(vector, "expect"));
            assertEquals(
                    list(file, vector, "result"),
                    trust.verifyListAsIssued(result).bytes());
            assertEquals(result, straight(base, octets));
        } catch (ListDeltaException refused) {
            assertEquals(Json.text(vector, "expect"), Json.name(refused.code()));
        }
    }

    private static Bytes list(ObjectNode file, JsonNode vector, String field) {
        return Json.hex(file.at("/lists/" + Json.text(vector, field)), "signed");
    }

    /** Section 2, in the order in which it stands. */
    private static Bytes straight(Bytes base, Bytes octets) {
        SortedMap<Integer, Bytes> delta = BodyFields.split(octets);
        assertEquals(Plain.sha256(base), BodyFields.content(delta.get(1)));
        SortedMap<Integer, Bytes> list = BodyFields.split(BodyFields.content(delta.get(3)));
        long baseSerial = fixed(list.get(8));
        TreeSet<Long> serials = new TreeSet<>(serials(BodyFields.split(base.slice(0, base.size() - 64)), 8, 10, 11));
        serials.headSet(baseSerial).clear();
        serials.removeAll(serials(baseSerial, delta.get(6), delta.get(7)));
        serials.addAll(serials(baseSerial, delta.get(4), delta.get(5)));
        Coded written = StraightSerials.encode(baseSerial, runs(serials));
        EditedBody body = new EditedBody(BodyFields.content(delta.get(3)))
                .number(10, written.coding())
                .octets(11, written.octets());
        Bytes result = Bytes.concat(body.octets(), BodyFields.content(delta.get(8)));
        assertEquals(BodyFields.content(delta.get(2)), Plain.sha256(result));
        return result;
    }

    private static List<Long> serials(SortedMap<Integer, Bytes> fields, int base, int coding, int octets) {
        return serials(fixed(fields.get(base)), fields.get(coding), fields.get(octets));
    }

    private static List<Long> serials(long base, Bytes coding, Bytes octets) {
        Coded coded = new Coded((int) BodyFields.number(BodyFields.content(coding)), BodyFields.content(octets));
        return StraightSerials.decode(base, coded).stream()
                .flatMap(run -> LongStream.rangeClosed(run.first(), run.last()).boxed())
                .toList();
    }

    private static List<Run> runs(Set<Long> serials) {
        List<Run> runs = new ArrayList<>();
        for (long serial : serials) {
            int last = runs.size() - 1;
            if (last >= 0 && runs.get(last).last() + 1 == serial) {
                runs.set(last, new Run(runs.get(last).first(), serial));
            } else {
                runs.add(new Run(serial, serial));
            }
        }
        return runs;
    }

    private static long fixed(Bytes field) {
        Bytes octets = BodyFields.content(field);
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = value << 8 | octets.unsigned(i);
        }
        return value;
    }

    private static void chunks(ProjectTrust trust, JsonNode vector) {
        Bytes list = Json.hex(vector, "list");
        Bytes octets = Json.hex(vector, "table");
        Signed<ListHead> head = trust.verifyListHead(Json.hex(vector, "head"), SiteNodes.NOW);
        ChunkTable table = ChunkTable.read(head, octets).orElseThrow();
        assertEquals(Plain.sha256(list), head.value().listHash());
        assertEquals(Plain.sha256(octets), head.value().tableHash());
        assertEquals((list.size() + 2047) / 2048, table.chunks());
        for (int i = 0; i < table.chunks(); i++) {
            Bytes chunk = list.slice(2048 * i, Math.min(list.size(), 2048 * i + 2048));
            assertEquals(Plain.sha256(chunk).slice(0, 16), octets.slice(16 * i, 16 * i + 16));
            assertTrue(table.isChunk(i, chunk));
        }
    }
}
