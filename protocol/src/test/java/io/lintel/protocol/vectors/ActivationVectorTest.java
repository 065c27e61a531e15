package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Both sides of an activation do what the vectors say, and the straight lines make the same octets. */
@Spec({"TAP-12-11", "TAP-12-13", "TAP-12-14", "TAP-12-15", "TAP-12-19", "TAP-12-20", "TAP-12-31"})
class ActivationVectorTest {

    @TestFactory
    Stream<DynamicContainer> activationsGoAsTheVectorsSay() {
        return SpecificationFiles.files("activation-").map(ActivationVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        World world = new World(SpecificationFiles.suite(file.path("suite").asInt()), file);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector ->
                                DynamicTest.dynamicTest(Json.text(vector, "id"), () -> check(world, file, vector))));
    }

    private static void check(World world, ObjectNode file, JsonNode vector) {
        ActivationScript script = new ActivationScript(world, vector);
        assertEquals(Json.text(vector, "managerSays"), script.managerSays());
        if (vector.has("response")) {
            assertEquals(Json.text(vector, "phoneSays"), script.phoneSays());
        }
        if (vector.has("derived")) {
            Bytes request = Json.hex(vector, "request");
            Bytes response = Json.hex(vector, "response");
            assertEquals(request, script.request());
            assertEquals(response, script.response());
            assertEquals(request, ActivationLinesOf.vector(file, vector).request(), "straight lines");
            assertEquals(response, ActivationLinesOf.response(file, vector), "straight lines");
        }
    }
}
