package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.testing.json.SchemaCheck;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector file has the form that its schema says. */
class SchemaTest {
    private final SchemaCheck schema = new SchemaCheck(Json.read(SpecificationFiles.VECTORS.resolve("schema.json")));

    @TestFactory
    Stream<DynamicTest> filesFitTheSchema() {
        return SpecificationFiles.files("")
                .map(path -> DynamicTest.dynamicTest(
                        path.getFileName().toString(),
                        () -> assertEquals(Optional.empty(), schema.check(Json.read(path)))));
    }

    @Test
    void damagedFilesDoNotFit() {
        ObjectNode surplus = tapFile();
        surplus.withObject("/vectors/0/reader").put("surplus", 1);
        ObjectNode lacking = tapFile();
        lacking.withObject("/vectors/0/channels/0").remove("nonce");
        ObjectNode wrong = tapFile();
        wrong.withObject("/vectors/0/channels/0").put("nonce", "00");
        for (ObjectNode damaged : new ObjectNode[] {surplus, lacking, wrong}) {
            assertTrue(schema.check(damaged).isPresent());
        }
    }

    private static ObjectNode tapFile() {
        return Json.read(SpecificationFiles.VECTORS.resolve("tap-x25519.json"));
    }
}
