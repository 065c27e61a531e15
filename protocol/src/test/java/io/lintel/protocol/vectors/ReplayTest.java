package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The real reader and the real wallet do what every tap vector says, from nothing but the file. */
@Spec({"TAP-4.1-11", "TAP-4.1-12", "TAP-4.1-28", "TAP-4.3-11", "TAP-6-1", "TAP-6.2-6", "TAP-6.2-10", "TAP-6.2-42"})
class ReplayTest {

    @TestFactory
    Stream<DynamicContainer> sessionsDoWhatTheVectorsSay() {
        return SpecificationFiles.tapFiles().stream().map(ReplayTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        World world = new World(SpecificationFiles.suite(file.path("suite").asInt()), file);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> replay(world, vector))));
    }

    private static void replay(World world, JsonNode vector) {
        Player player = new Player(world, vector);
        for (JsonNode event : vector.path("script")) {
            assertEquals(event.path("expect"), Json.reread(player.play(event)), event.toString());
        }
    }
}
