package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The straight lines, which know the page and nothing of our code, make every message and every value between. */
class StraightLineTest {

    @TestFactory
    Stream<DynamicContainer> thePageIsEnoughToMakeEveryMessage() {
        return SpecificationFiles.tapFiles().stream().map(StraightLineTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> walk(file, vector))));
    }

    private static void walk(ObjectNode file, JsonNode vector) {
        StraightWalk walk = new StraightWalk(file, vector);
        for (JsonNode event : vector.path("script")) {
            walk.accept(event);
        }
        for (JsonNode channel : vector.path("channels")) {
            assertEquals(
                    channel.path("derived"),
                    Json.reread(Derived.of(walk, channel.path("id").asInt())),
                    "derived of channel " + channel.path("id"));
        }
    }
}
