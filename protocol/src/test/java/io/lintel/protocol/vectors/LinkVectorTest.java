package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.LinkScript.Sent;
import io.lintel.protocol.vectors.straight.LinkLines;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Both sides of a link do what the vectors say, and the straight lines make the same octets. */
@Spec({"LINK-1-1", "LINK-1-3", "LINK-2-3"})
class LinkVectorTest {

    @TestFactory
    Stream<DynamicContainer> linksGoAsTheVectorsSay() {
        return SpecificationFiles.files("link-").map(LinkVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        World world = new World(SpecificationFiles.suite(file.path("suite").asInt()), file);
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(Json.text(vector, "id"), () -> {
                            if (vector.has("expect")) {
                                refused(world, file, vector);
                            } else {
                                straight(file, vector);
                                played(world, vector);
                            }
                        })));
    }

    private static void played(World world, JsonNode vector) {
        LinkScript script = new LinkScript(world, vector);
        List<Bytes> sent = script.play().stream().map(Sent::message).toList();
        List<Bytes> told = StreamSupport.stream(vector.path("messages").spliterator(), false)
                .map(message -> Json.hex(message, "message"))
                .toList();
        assertEquals(told, sent);
        long newest = vector.path("manager").path("list").path("number").asLong(1);
        assertEquals(newest, script.listInForce());
        assertEquals("none none", script.endOfWhoHears("reader") + " " + script.endOfWhoHears("manager"));
    }

    /** From the private keys and the fields alone. */
    private static void straight(ObjectNode file, JsonNode vector) {
        LinkLines lines = LinkVectors.lines(file, vector);
        assertEquals(Json.hex(vector.path("derived"), "ck"), lines.noise().ck());
        assertEquals(Json.hex(vector.path("derived"), "h"), lines.noise().h());
        Iterator<JsonNode> messages = vector.path("messages").iterator();
        assertEquals(Json.hex(messages.next(), "message"), lines.hello());
        assertEquals(Json.hex(messages.next(), "message"), lines.welcome());
        long[] counters = new long[2];
        while (messages.hasNext()) {
            JsonNode message = messages.next();
            boolean isReader = Json.text(message, "from").equals("reader");
            Bytes content = LinkContents.write(message.path("says"));
            assertEquals(Json.hex(message, "content"), content);
            Bytes key = isReader ? lines.toManagerKey() : lines.toReaderKey();
            assertEquals(Json.hex(message, "message"), LinkLines.message(key, counters[isReader ? 0 : 1]++, content));
        }
    }

    private static void refused(World world, ObjectNode file, JsonNode vector) {
        LinkScript script = new LinkScript(world, vector);
        LinkLines lines = LinkVectors.lines(file, vector);
        String from = Json.text(vector, "from");
        script.deliver(new Sent("reader", lines.hello()));
        script.deliver(new Sent("manager", lines.welcome()));
        Bytes key = from.equals("reader") ? lines.toManagerKey() : lines.toReaderKey();

        List<Sent> answer = script.deliver(new Sent(from, LinkLines.message(key, 0, Json.hex(vector, "content"))));

        assertEquals(List.of(), answer);
        assertEquals(Json.text(vector, "expect"), script.endOfWhoHears(from));
    }
}
