package io.lintel.sdk.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.testing.Repository;
import io.lintel.testing.Requirement;
import io.lintel.testing.VectorIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The vectors of {@code spec/hand-off.md}: what is committed is what the code makes, our verifier and a host that has only the
 * Java platform say the same of each. Run with {@code -Dlintel.spec.write=true} it writes them anew.
 */
class HandOffVectorsTest {

    private static final Path VECTORS =
            Repository.root().resolve("spec").resolve("vectors").resolve("hand-off.json");

    @Test
    void committedVectorsAreWhatTheCodeMakes() throws IOException {
        String made = HandOffVectors.file();
        boolean write = Boolean.getBoolean("lintel.spec.write");

        if (write) {
            Files.writeString(VECTORS, made);
        }
        assertEquals(made, Files.readString(VECTORS));
        List<String> ids = read().properties().stream()
                .flatMap(project ->
                        project.getValue().findValuesAsText("id").stream().map(id -> project.getKey() + "/" + id))
                .toList();
        VectorIds.check(VECTORS, ids, write);
    }

    @TestFactory
    @Requirement("SSR-16")
    Stream<DynamicTest> ourVerifierSaysWhatTheVectorsSay() throws IOException {
        return vectors((project, vector) -> assertEquals(vector.path("hostSays").asText(), ours(project, vector)));
    }

    @TestFactory
    @Requirement({"SSR-16", "SSR-09", "SSR-11"})
    Stream<DynamicTest> aHostWithNothingOfOursSaysTheSame() throws IOException {
        return vectors((project, vector) -> assertEquals(
                vector.path("hostSays").asText(),
                PlainHost.check(
                        project.path("project").asText(),
                        project.path("jwk").asText(),
                        vector.path("jws").asText(),
                        project.path("now").asLong())));
    }

    @Test
    void thePageShowsAGenuineClaimAndItsKey() throws IOException {
        String page = Files.readString(Repository.root().resolve("spec").resolve("hand-off.md"));
        JsonNode project = read().path("x25519");

        assertTrue(page.contains(project.path("jwk").asText()), "the key is not on the page");
        assertTrue(
                page.replaceAll("\\s", "").contains(project.at("/vectors/0/jws").asText()),
                "the claim is not on the page");
    }

    private interface Check {
        void of(JsonNode project, JsonNode vector) throws IOException;
    }

    private static Stream<DynamicTest> vectors(Check check) throws IOException {
        return read().properties().stream()
                .flatMap(project -> StreamSupport.stream(
                                project.getValue().path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(
                                project.getKey() + " " + vector.path("id").asText(),
                                () -> check.of(project.getValue(), vector))));
    }

    private static String ours(JsonNode project, JsonNode vector) {
        HandOffVerifier verifier = HandOffVerifier.of(
                HandOffVectors.PRIMITIVES,
                new ProjectId(Bytes.ofHex(project.path("project").asText())),
                List.of(HandOffKey.parse(project.path("jwk").asText())));
        Instant now = Instant.ofEpochSecond(project.path("now").asLong());
        HandOffCheck check = verifier.check(vector.path("jws").asText(), now);
        if (check instanceof HandOffCheck.Genuine genuine) {
            assertEquals(17, genuine.claim().accessNumber());
            return "genuine";
        }
        return check instanceof HandOffCheck.Expired ? "expired" : "not-genuine";
    }

    private static JsonNode read() throws IOException {
        return new ObjectMapper().readTree(Files.readString(VECTORS));
    }
}
