package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The product's objects of what a vector file names. */
final class World {
    final CryptoSuite suite;
    final FixedKeys keys;
    private final JsonNode file;

    World(CryptoSuite suite, JsonNode file) {
        this.suite = suite;
        this.keys = new FixedKeys(suite);
        this.file = file;
    }

    private JsonNode node(String group, String name) {
        return Json.required(Json.required(file, group), name);
    }

    ProjectTrust trust(String project) {
        JsonNode node = node("projects", project);
        return ProjectTrust.pin(suite, Json.hex(node, "root"), issuingKeys(node));
    }

    private static List<Bytes> issuingKeys(JsonNode project) {
        return StreamSupport.stream(project.path("issuingKeys").spliterator(), false)
                .map(key -> Json.hex(key, "signed"))
                .toList();
    }

    ProjectKey projectKey(String project, int epoch) {
        Bytes key = Json.hex(node("projects", project).path("projectKeys").get(epoch - 1), "key");
        return new ProjectKey(epoch, SecretBytes.copyOf(key.toByteArray()));
    }

    String projectOfReader(String reader) {
        return Json.text(node("readers", reader), "project");
    }

    Bytes certificate(String reader) {
        return Json.hex(node("readers", reader), "certificate");
    }

    ReaderIdentity identity(String reader, Instant now) {
        JsonNode node = node("readers", reader);
        return new ReaderIdentity(
                keys.dh(Json.hex(node, "dhPrivateKey")),
                keys.signing(Json.hex(node, "signingPrivateKey")),
                trust(projectOfReader(reader)).verifyReaderCertificate(certificate(reader), now));
    }

    Bytes signedCredential(String credential) {
        return Json.hex(node("credentials", credential), "signed");
    }

    Signed<Credential> credential(String credential, Instant now) {
        String project = Json.text(node("credentials", credential), "project");
        return trust(project).verifyCredential(signedCredential(credential), now);
    }

    JsonNode credentialNode(String credential) {
        return node("credentials", credential);
    }

    Bytes signedHead(String list) {
        return Json.hex(node("lists", list), "head");
    }

    Bytes signedList(String list) {
        return Json.hex(node("lists", list), "signed");
    }

    Optional<Signed<RevocationList>> list(JsonNode owner, Instant now) {
        return Optional.ofNullable(owner.get("list"))
                .map(name -> trust("site").verifyList(signedList(name.asText()), now));
    }

    Enrolment enrolment(JsonNode phone) {
        JsonNode credential = node("credentials", Json.text(phone, "credential"));
        String project = Json.text(credential, "project");
        List<ProjectKey> projectKeys = StreamSupport.stream(
                        phone.path("keyEpochs").spliterator(), false)
                .map(epoch -> projectKey(project, epoch.asInt()))
                .toList();
        return new Enrolment(
                "vector",
                Json.hex(node("projects", project), "root"),
                issuingKeys(node("projects", project)),
                Json.hex(credential, "signed"),
                SecretBytes.copyOf(Json.hex(credential, "holderPrivateKey").toByteArray()),
                projectKeys,
                Optional.ofNullable(phone.get("list")).map(name -> signedList(name.asText())));
    }
}
