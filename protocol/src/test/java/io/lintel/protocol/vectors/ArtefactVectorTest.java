package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderArtefactException;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.vectors.straight.Plain;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Readers take their configurations, or refuse them and why, as the vectors say. */
@Spec({"TAP-11-43", "TAP-11-44", "TAP-11-45", "TAP-11-48"})
class ArtefactVectorTest {

    @TestFactory
    Stream<DynamicContainer> configurationsAreJudgedAsTheVectorsSay() {
        return SpecificationFiles.files("reader-artefact-").map(ArtefactVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        World world = new World(SpecificationFiles.suite(file.path("suite").asInt()), file);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(world, vector))));
    }

    private static void check(World world, JsonNode vector) {
        assertEquals(Json.text(vector, "expect"), judge(world, vector), Json.text(vector, "title"));
        if (vector.has("revision")) {
            straight(vector);
        }
    }

    private static String judge(World world, JsonNode vector) {
        ReaderIdentity own = world.identity(Json.text(vector, "reader"), SiteNodes.NOW);
        Optional<ReaderArtefact> accepted =
                vector.has("accepted") ? Optional.of(open(world, Json.hex(vector, "accepted"))) : Optional.empty();
        try (ReaderArtefact artefact = open(world, Json.hex(vector, "octets"))) {
            artefact.requireAcceptable(
                    own.dh().publicKey().encoded(), own.signing().publicKey().encoded(), accepted);
            return "accepted";
        } catch (ReaderArtefactException refused) {
            return Json.name(refused.code());
        }
    }

    private static ReaderArtefact open(World world, Bytes octets) {
        return ReaderArtefact.open(SecretBytes.copyOf(octets.toByteArray()), suite -> world.suite);
    }

    /** The parts by the page's tables alone: the statement says the revision and the hash of the content. */
    private static void straight(JsonNode vector) {
        Map<Integer, Bytes> parts = BodyFields.split(Json.hex(vector, "octets"));
        Bytes statement = BodyFields.content(parts.get(2));
        ObjectNode fields = StatementFields.of("reader-configuration", statement.slice(0, statement.size() - 64));
        assertEquals(vector.path("revision").asLong(), fields.path("revision").asLong());
        assertEquals(Plain.sha256(BodyFields.content(parts.get(3))), Json.hex(fields, "contentHash"));
    }
}
