package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Repository;
import io.lintel.testing.Spec;
import io.lintel.testing.VectorIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The vectors of {@code spec/ble.md}: what is committed is what the code makes, and a receiver that was written from the page alone says
 * the same of each. Run with {@code -Dlintel.spec.write=true} it writes them anew.
 */
@Spec({
    "BLE-4.1-3",
    "BLE-4.1-4",
    "BLE-4.1-5",
    "BLE-4.2-1",
    "BLE-4.2-2",
    "BLE-4.2-3",
    "BLE-4.2-4",
    "BLE-4.2-5",
    "BLE-4.2-6",
    "BLE-4.2-7",
    "BLE-4.2-10",
    "BLE-4.2-11",
    "BLE-4.2-14"
})
final class BleVectorsTest {
    private static final Path VECTORS =
            Repository.root().resolve("spec").resolve("vectors").resolve("ble.json");

    @Test
    void committedVectorsAreWhatTheCodeMakes() throws IOException {
        String made = BleVectors.file();
        boolean write = Boolean.getBoolean("lintel.spec.write");
        if (write) {
            Files.writeString(VECTORS, made);
        }
        assertEquals(made, Files.readString(VECTORS));
        List<String> ids = BleVectors.JSON.readTree(made).properties().stream()
                .flatMap(group ->
                        group.getValue().findValuesAsText("id").stream().map(id -> group.getKey() + "/" + id))
                .toList();
        VectorIds.check(VECTORS, ids, write);
    }

    @TestFactory
    Stream<DynamicTest> aReceiverWrittenFromThePageReadsWhatWasCut() throws IOException {
        return vectors("cut")
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asText(), () -> {
                    PageReceiver receiver = receiver(vector);
                    assertEquals(texts(vector.path("messages")), receiver.messages());
                    boolean saysSo = vector.path("transport").asText().equals("ble-gatt");
                    assertEquals(saysSo ? "peer done" : "", receiver.end());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aReceiverWrittenFromThePageSaysTheSameOfFaults() throws IOException {
        return vectors("received")
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asText(), () -> {
                    PageReceiver receiver = receiver(vector);
                    assertEquals(texts(vector.path("messages")), receiver.messages());
                    String end = vector.has("peerEnds")
                            ? "peer " + vector.path("peerEnds").asText()
                            : vector.path("ends").asText();
                    assertEquals(end, receiver.end());
                }));
    }

    private static PageReceiver receiver(JsonNode vector) {
        PageReceiver receiver = new PageReceiver(vector.path("transport").asText());
        texts(vector.path("packets")).forEach(receiver::packet);
        return receiver;
    }

    private static Stream<JsonNode> vectors(String name) throws IOException {
        JsonNode file = BleVectors.JSON.readTree(Files.readString(VECTORS));
        return StreamSupport.stream(file.path(name).spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
