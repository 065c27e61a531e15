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
import java.nio.file.Path;
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
            assertEquals(result, StraightDelta.apply(base, octets));
            assertEquals(octets, StraightDelta.between(base, result));
        } catch (ListDeltaException refused) {
            assertEquals(Json.text(vector, "expect"), Json.name(refused.code()));
        }
    }

    private static Bytes list(ObjectNode file, JsonNode vector, String field) {
        return Json.hex(file.at("/lists/" + Json.text(vector, field)), "signed");
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
