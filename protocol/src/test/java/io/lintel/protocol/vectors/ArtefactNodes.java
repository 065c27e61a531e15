package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorBehaviour.Buzzer;
import io.lintel.protocol.reader.DoorBehaviour.StatusLed;
import io.lintel.protocol.reader.DoorSettings;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.reader.SystemPair;
import io.lintel.protocol.tap.ProjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Artefacts of the readers of a vector file. */
final class ArtefactNodes {
    private static final String CONFIGURATION = "configuration";

    private final CryptoSuite suite;
    private final FixedKeys keys;
    private final ObjectNode file;

    ArtefactNodes(CryptoSuite suite, ObjectNode file) {
        this.suite = suite;
        this.keys = new FixedKeys(suite);
        this.file = file;
    }

    /** Returns the signed statement of {@link #octets}. */
    Bytes configuration(String reader, long revision) {
        try (ReaderArtefact artefact = artefact(content(reader), project(reader), 1, revision)) {
            return artefact.configuration().bytes();
        }
    }

    /** Returns an artefact as it should be. */
    Bytes octets(String reader, long revision) {
        return octets(content(reader), project(reader), 1, revision);
    }

    Bytes octets(ReaderContent content, String project, int issuingEpoch, long revision) {
        try (ReaderArtefact artefact = artefact(content, project, issuingEpoch, revision);
                SecretBytes octets = artefact.encode()) {
            return Bytes.copyOf(octets.copy());
        }
    }

    private ReaderArtefact artefact(ReaderContent content, String project, int issuingEpoch, long revision) {
        Bytes key = keys.octets(project + " issuing key " + CONFIGURATION + " " + issuingEpoch);
        return ReaderArtefact.sign(
                suite, keys.signing(key).privateKey(), issuingEpoch, content, revision, SiteNodes.NOW);
    }

    String project(String reader) {
        return Json.text(file.at("/readers/" + reader), "project");
    }

    /** Returns what the site tells a reader: every field is there. */
    ReaderContent content(String reader) {
        return content(reader, "nothing-revoked", "Front door");
    }

    ReaderContent content(String reader, String list, String name) {
        return content(reader, list, name, Json.hex(file.at("/readers/" + reader), "certificate"));
    }

    /** Returns a certificate of a reader of the site as the key of issuing epoch 2 signs it. */
    Bytes recertified(String reader) {
        Bytes signed = Json.hex(file.at("/readers/" + reader), "certificate");
        Bytes body =
                new EditedBody(signed.slice(0, signed.size() - 64)).number(2, 2).octets();
        Bytes message = Bytes.concat(Bytes.utf8("lintel/1/reader-certificate"), Bytes.of(0), body);
        Bytes key = keys.octets("site issuing key reader 2");
        return Bytes.concat(body, suite.sign(keys.signing(key).privateKey(), message));
    }

    ReaderContent content(String reader, String list, String name, Bytes certificate) {
        JsonNode site = file.at("/projects/" + project(reader));
        List<Bytes> issuingKeys = new ArrayList<>();
        site.path("issuingKeys").forEach(key -> issuingKeys.add(Json.hex(key, "signed")));
        boolean home = project(reader).equals("site");
        return new ReaderContent(
                Json.hex(site, "root"),
                issuingKeys,
                certificate,
                new ProjectKey(1, keys.secret(project(reader) + " project key 1")),
                Optional.of(list).filter(any -> home).map(any -> Json.hex(file.at("/lists/" + any), "signed")),
                home ? List.of(signed("alice"), signed("bob")) : List.of(),
                PolicySettings.recommended(),
                200,
                Duration.ofDays(30),
                new DoorSettings(
                        name,
                        40,
                        55,
                        new DoorBehaviour(
                                StatusLed.BLINKING,
                                Buzzer.OFF,
                                Duration.ofSeconds(5),
                                new WiegandOutput(WiegandFormat.H10301, OptionalInt.of(0)))),
                Optional.of(new SystemPair(
                        "Alfa0001", SecretBytes.copyOf("k3y4lfa7".getBytes(StandardCharsets.US_ASCII)))));
    }

    private Bytes signed(String credential) {
        return Json.hex(file.at("/credentials/" + credential), "signed");
    }
}
