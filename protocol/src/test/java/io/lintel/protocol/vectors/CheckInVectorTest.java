package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides of a check-in do what the vectors say, and the straight lines make the same octets. */
@Spec({"TAP-13-3", "TAP-13-4", "TAP-13-5", "TAP-13-7", "TAP-13-8", "TAP-13-13", "TAP-13-14"})
class CheckInVectorTest {

    @TestFactory
    Stream<DynamicContainer> checkInsGoAsTheVectorsSay() {
        return SpecificationFiles.files("check-in-").map(CheckInVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        World world = new World(SpecificationFiles.suite(file.path("suite").asInt()), file);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                vectors(file)
                        .map(vector ->
                                DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(world, file, vector))));
    }

    private static Stream<JsonNode> vectors(ObjectNode file) {
        return StreamSupport.stream(file.path("vectors").spliterator(), false);
    }

    private static void check(World world, ObjectNode file, JsonNode vector) {
        CheckInScript script = new CheckInScript(world, vector);
        assertEquals(Json.text(vector, "managerSays"), script.managerSays());
        if (vector.has("response")) {
            assertEquals(Json.text(vector, "phoneSays"), script.phoneSays());
        }
        if (vector.has("derived")) {
            Bytes request = Json.hex(vector, "request");
            Bytes response = Json.hex(vector, "response");
            assertEquals(request, script.request());
            assertEquals(response, script.response());
            assertEquals(request, CheckInLinesOf.vector(file, vector).request(), "straight lines");
            assertEquals(response, CheckInLinesOf.response(file, vector), "straight lines");
        }
    }

    /** The octets that the page names, counted in what the vectors send. */
    @ParameterizedTest
    @EnumSource(Suite.class)
    void ordinaryCheckInsHaveTheLengthsThatThePageNames(Suite suite) {
        String name = "check-in-" + suite.name().toLowerCase(Locale.ROOT) + ".json";
        Set<Integer> requests = new TreeSet<>();
        Set<Integer> responses = new TreeSet<>();
        vectors(Json.read(SpecificationFiles.VECTORS.resolve(name)))
                .filter(vector -> vector.has("derived"))
                .forEach(vector -> {
                    requests.add(Json.hex(vector, "request").size());
                    if (!vector.path("answer").has("doors")) {
                        responses.add(Json.hex(vector, "response").size());
                    }
                });
        boolean first = suite == Suite.X25519;
        assertEquals(first ? Set.of(354, 2146) : Set.of(356, 2148), requests, "with receipts and without");
        assertEquals(first ? Set.of(305, 561) : Set.of(306, 562), responses, "with a head, and without");
    }
}
