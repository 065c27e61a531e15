package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.vectors.straight.Curve;
import io.lintel.protocol.vectors.straight.Plain;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Statements are believed, or refused and why, as the vectors say. */
@Spec({
    "TAP-11-1",
    "TAP-11-2",
    "TAP-11-3",
    "TAP-11-10",
    "TAP-11-29",
    "TAP-11-30",
    "TAP-11-31",
    "TAP-11-32",
    "TAP-11-33",
    "TAP-11-34"
})
class StatementVectorTest {

    @TestFactory
    Stream<DynamicContainer> statementsAreJudgedAsTheVectorsSay() {
        return SpecificationFiles.files("statements-").map(StatementVectorTest::file);
    }

    private static DynamicContainer file(Path path) {
        ObjectNode file = Json.read(path);
        CryptoSuite suite = SpecificationFiles.suite(file.path("suite").asInt());
        return DynamicContainer.dynamicContainer(
                path.getFileName().toString(),
                StreamSupport.stream(file.path("vectors").spliterator(), false)
                        .map(vector -> DynamicTest.dynamicTest(
                                Json.text(vector, "id"), () -> check(new World(suite, file), file, vector))));
    }

    private static void check(World world, ObjectNode file, JsonNode vector) {
        assertEquals(Json.text(vector, "expect"), judge(world, vector), Json.text(vector, "title"));
        if (vector.has("fields")) {
            straight(file, vector);
        }
    }

    private static String judge(World world, JsonNode vector) {
        int minimum = (int) Json.number(vector, "minimumIssuingEpoch", 1);
        ProjectTrust trust = world.trust("site").withMinimumIssuingEpoch(minimum);
        Bytes octets = Json.hex(vector, "octets");
        Instant now = Instant.ofEpochSecond(Json.number(vector, "now", 0));
        try {
            Bytes kept = verify(world, trust, Json.text(vector, "statement"), octets, now);
            assertEquals(octets, kept);
            return "verified";
        } catch (StatementException refused) {
            return Json.name(refused.code());
        }
    }

    private static Bytes verify(World world, ProjectTrust trust, String kind, Bytes octets, Instant now) {
        return switch (kind) {
            case "root" ->
                ProjectTrust.pin(world.suite, octets, List.of()).root().bytes();
            case "issuing-key" ->
                trust.withIssuingKey(octets).issuingKeys().stream()
                        .map(Signed::bytes)
                        .filter(octets::equals)
                        .findAny()
                        .orElseThrow();
            case "reader-certificate" ->
                trust.verifyReaderCertificate(octets, now).bytes();
            case "credential" -> trust.verifyCredential(octets, now).bytes();
            case "revocation-list" -> trust.verifyList(octets, now).bytes();
            case "list-head" -> trust.verifyListHead(octets, now).bytes();
            case "receipt" -> receipt(world, trust, octets);
            case "reader-configuration" ->
                trust.verifyConfigurationAsIssued(octets).bytes();
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    /** Whoever gets a receipt looks its reader up by the key that it names; those here are all of reader front. */
    private static Bytes receipt(World world, ProjectTrust trust, Bytes octets) {
        ReaderCertificate front = trust.verifyReaderCertificateAsIssued(world.certificate("front"))
                .value();
        return trust.verifyReceipt(front, octets).bytes();
    }

    /** The fields make the body, and the key that section 11 names made the signature. */
    private static void straight(ObjectNode file, JsonNode vector) {
        String kind = Json.text(vector, "statement");
        Bytes octets = Json.hex(vector, "octets");
        Bytes body = octets.slice(0, octets.size() - 64);
        assertEquals(StatementFields.body(kind, vector.get("fields")), body);
        assertEquals(Json.hex(vector, "fingerprint"), Plain.sha256(octets));
        Bytes message = Bytes.concat(Bytes.utf8("lintel/1/" + kind), Bytes.of(0), body);
        Curve curve = Curve.ofSuite(file.path("suite").asInt());
        assertTrue(curve.verify(
                signer(file, kind, vector.get("fields")), message, octets.slice(body.size(), octets.size())));
    }

    private static Bytes signer(ObjectNode file, String kind, JsonNode fields) {
        Bytes root = Json.hex(file.at("/projects/site"), "root");
        if (kind.equals("root") || kind.equals("issuing-key")) {
            return BodyFields.content(
                    BodyFields.split(root.slice(0, root.size() - 64)).get(2));
        }
        if (kind.equals("receipt")) {
            Bytes certificate = Json.hex(file.at("/readers/front"), "certificate");
            return BodyFields.content(BodyFields.split(certificate.slice(0, certificate.size() - 64))
                    .get(5));
        }
        String purpose = switch (kind) {
            case "credential" -> "credential";
            case "reader-certificate" -> "reader";
            case "reader-configuration" -> "configuration";
            default -> "list";
        };
        for (JsonNode key : file.at("/projects/site/issuingKeys")) {
            if (Json.text(key, "purpose").equals(purpose)
                    && key.path("epoch").asInt() == fields.path("issuingEpoch").asInt()) {
                Bytes signed = Json.hex(key, "signed");
                return BodyFields.content(
                        BodyFields.split(signed.slice(0, signed.size() - 64)).get(4));
            }
        }
        throw new AssertionError("no issuing key for " + kind);
    }
}
