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

/** The straight lines, which know the page and nothing of our code, make every message and every value between. */
@Spec({
    "TAP-2.1-1",
    "TAP-2.2-9",
    "TAP-2.3-1",
    "TAP-2.3-2",
    "TAP-2.4-1",
    "TAP-3-1",
    "TAP-3-6",
    "TAP-4.1-8",
    "TAP-4.1-9",
    "TAP-4.1-10",
    "TAP-4.2-1",
    "TAP-4.3-4",
    "TAP-4.3-6",
    "TAP-4.3-8",
    "TAP-4.3-9",
    "TAP-4.4-1",
    "TAP-4.4-2",
    "TAP-4.4-3",
    "TAP-4.4-8",
    "TAP-4.6-1",
    "TAP-4.6-2",
    "TAP-4.6-4",
    "TAP-4.6-9",
    "TAP-5.1-1",
    "TAP-5.1-2",
    "TAP-5.2-1",
    "TAP-5.2-2",
    "TAP-5.3-1",
    "TAP-5.3-2",
    "TAP-5.3-3",
    "TAP-5.4-1",
    "TAP-5.4-2",
    "TAP-5.4-3"
})
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
