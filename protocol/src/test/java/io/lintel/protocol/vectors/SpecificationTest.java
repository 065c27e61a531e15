package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Suite;
import io.lintel.testing.VectorIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The generated parts of spec/ are what the code makes today. {@code make spec} runs this test with the system property
 * {@value #WRITE}, which rewrites them instead.
 */
@Tag("long")
class SpecificationTest {
    static final String WRITE = "lintel.spec.write";

    @TestFactory
    Stream<DynamicTest> committedVectorsAreWhatTheCodeMakes() {
        return SpecificationFiles.vectors().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> compare(
                                SpecificationFiles.VECTORS.resolve(file.getKey()),
                                file.getValue().get())));
    }

    @Test
    void committedWalkThroughIsWhatTheVectorsSay() throws IOException {
        Path page = SpecificationFiles.SPEC.resolve("protocol.md");
        List<JsonNode> files = Arrays.stream(Suite.values())
                .<JsonNode>map(suite -> TapVectors.outcomes(SpecificationFiles.suite(suite)))
                .toList();
        compare(page, WalkThrough.into(Files.readString(page), files));
    }

    private static void compare(Path file, JsonNode made) throws IOException {
        compare(file, Json.print(made));
        List<String> ids = new ArrayList<>();
        made.path("vectors").forEach(vector -> ids.add(Json.text(vector, "id")));
        VectorIds.check(file, ids, Boolean.getBoolean(WRITE));
    }

    private static void compare(Path file, String made) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertEquals(made, Files.readString(file), file + " differs; run `make spec` and look at what changed");
    }
}
