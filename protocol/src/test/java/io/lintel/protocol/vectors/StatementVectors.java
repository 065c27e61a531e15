package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.util.Map;
import java.util.Optional;

/** Makes the vectors of statements: each kind as it should be, and each way in which it must not be. */
final class StatementVectors {
    private static final String SITE = "/projects/site";

    private final CryptoSuite suite;
    private final FixedKeys keys;
    private final SiteNodes nodes;
    private final ObjectNode file;
    private final ArtefactNodes artefacts;

    private StatementVectors(CryptoSuite suite) {
        this.suite = suite;
        this.keys = new FixedKeys(suite);
        this.nodes = SiteNodes.filled(suite, "statements");
        this.file = nodes.file();
        this.artefacts = new ArtefactNodes(suite, file);
    }

    static ObjectNode file(CryptoSuite suite) {
        StatementVectors vectors = new StatementVectors(suite);
        vectors.file.putArray("vectors");
        vectors.goodOnes();
        vectors.credentials();
        vectors.otherKinds();
        vectors.notAuthentic();
        return vectors.file;
    }

    private ObjectNode add(String id, String kind, Bytes octets, String expect, String title) {
        return file.withArray("/vectors")
                .addObject()
                .put("id", id)
                .put("title", title)
                .put("statement", kind)
                .put("octets", octets.toHex())
                .put("now", SiteNodes.NOW.getEpochSecond())
                .put("expect", expect);
    }

    private void goodOnes() {
        good("root", "root", at(SITE, "root"));
        for (JsonNode key : file.at(SITE + "/issuingKeys")) {
            String id = "issuing-key-" + Json.text(key, "purpose") + "-" + key.path("epoch");
            good(id, "issuing-key", Json.hex(key, "signed"));
        }
        for (String name : new String[] {"front", "back"}) {
            good("reader-certificate-" + name, "reader-certificate", at("/readers/" + name, "certificate"));
        }
        for (Map.Entry<String, JsonNode> credential : file.path("credentials").properties()) {
            if (Json.text(credential.getValue(), "project").equals("site")) {
                good("credential-" + credential.getKey(), "credential", Json.hex(credential.getValue(), "signed"));
            }
        }
        for (Map.Entry<String, JsonNode> list : file.path("lists").properties()) {
            good("revocation-list-" + list.getKey(), "revocation-list", Json.hex(list.getValue(), "signed"));
        }
        good("reader-configuration-front", "reader-configuration", artefacts.configuration("front", 7));
        good("list-head-alice-revoked", "list-head", head());
        good("receipt-front", "receipt", receipt());
        good(
                "receipt-front-without-list-and-clock",
                "receipt",
                nodes.receipt(Optional.empty(), Optional.empty()).bytes());
    }

    private Bytes head() {
        return nodes.sign(ChunkTable.head(aliceRevoked())).bytes();
    }

    private Bytes receipt() {
        return nodes.receipt(Optional.of(aliceRevoked()), Optional.of(SiteNodes.NOW))
                .bytes();
    }

    private Signed<RevocationList> aliceRevoked() {
        return new World(suite, file).trust("site").verifyListAsIssued(at("/lists/alice-revoked", "signed"));
    }

    private void good(String id, String kind, Bytes octets) {
        ObjectNode vector = add(id, kind, octets, "verified", "As it should be.");
        vector.put("fingerprint", suite.sha256(octets).toHex());
        vector.set("fields", StatementFields.of(kind, octets.slice(0, octets.size() - 64)));
    }

    private Bytes at(String pointer, String field) {
        return Json.hex(file.at(pointer), field);
    }

    /** Every edit is signed as it should be, so that only its form can be found fault with. */
    private void credentials() {
        for (BadCredentials bad : BadCredentials.values()) {
            Bytes body = bad.edit(new EditedBody(body("/credentials/alice", "signed")))
                    .octets();
            add("credential-" + Json.name(bad), "credential", sign("credential", body), bad.expect(), bad.title());
        }
        add("credential-empty", "credential", Bytes.EMPTY, "malformed", "No octet at all.");
        add("credential-signature-alone", "credential", MalformedTaps.zeros(64), "malformed", "No body.");
    }

    private Bytes body(String pointer, String field) {
        return bodyOf(at(pointer, field));
    }

    private static Bytes bodyOf(Bytes signed) {
        return signed.slice(0, signed.size() - 64);
    }

    private void otherKinds() {
        for (BadBodies bad : BadBodies.values()) {
            Bytes good = switch (bad.kind()) {
                case "root" -> body(SITE, "root");
                case "issuing-key" -> body(SITE + "/issuingKeys/0", "signed");
                case "reader-certificate" -> body("/readers/front", "certificate");
                case "reader-configuration" -> bodyOf(artefacts.configuration("front", 7));
                case "list-head" -> bodyOf(head());
                case "receipt" -> bodyOf(receipt());
                default -> body("/lists/alice-revoked", "signed");
            };
            Bytes body = bad.edit(new EditedBody(good)).octets();
            add(Json.name(bad), bad.kind(), sign(bad.kind(), body), bad.expect(), bad.title());
        }
    }

    /** Signs with the key that is right for a kind. */
    private Bytes sign(String kind, Bytes body) {
        return sign(kind, body, keyFor(kind));
    }

    private Bytes keyFor(String kind) {
        return switch (kind) {
            case "root", "issuing-key" -> at(SITE, "rootPrivateKey");
            case "credential" -> at(SITE + "/issuingKeys/0", "privateKey");
            case "reader-certificate" -> at(SITE + "/issuingKeys/1", "privateKey");
            case "reader-configuration" -> at(SITE + "/issuingKeys/3", "privateKey");
            case "receipt" -> at("/readers/front", "signingPrivateKey");
            default -> at(SITE + "/issuingKeys/2", "privateKey");
        };
    }

    private Bytes sign(String kind, Bytes body, Bytes privateKey) {
        Bytes message = Bytes.concat(Bytes.utf8("lintel/1/" + kind), Bytes.of(0), body);
        return Bytes.concat(body, suite.sign(keys.signing(privateKey).privateKey(), message));
    }

    private void notAuthentic() {
        Bytes good = at("/credentials/alice", "signed");
        Bytes body = body("/credentials/alice", "signed");
        refused(
                "signature-wrong",
                RefusedTaps.with(good, good.size() - 1, good.unsigned(good.size() - 1) ^ 1),
                "A bit.");
        refused("body-changed", RefusedTaps.with(good, 13, good.unsigned(13) ^ 1), "Another serial.");
        refused("signed-as-another-kind", sign("reader-certificate", body, keyFor("credential")), "The wrong kind.");
        refused("signed-by-reader-key", sign("credential", body, keyFor("reader-certificate")), "The wrong purpose.");
        refused("signed-by-root", sign("credential", body, keyFor("root")), "The root signs no credentials.");
        refused("of-another-project", at("/credentials/stranger", "signed"), "Good, but of project other.");
        EditedBody edited = new EditedBody(body).number(2, 3);
        refused("of-an-unknown-epoch", sign("credential", edited.octets()), "Issuing epoch 3.");
        edited = new EditedBody(body).fixed(6, 1);
        refused("issued-before-its-key", sign("credential", edited.octets()), "Issued in 1970.");
        edited = new EditedBody(body).octets(5, MalformedTaps.zeros(suite.id() == Suite.X25519 ? 33 : 32));
        refused("of-another-suite", sign("credential", edited.octets()), "A holder key of the other suite's size.");
        add("credential-below-minimum-epoch", "credential", good, "not-authentic", "The minimum is 2, its epoch 1.")
                .put("minimumIssuingEpoch", 2);
        add("credential-of-an-expired-key", "credential", good, "not-authentic", "A year and a day later.")
                .put("now", SiteNodes.NOW.plusSeconds(366L * 86_400).getEpochSecond());
        refused(
                "signature-malleable",
                malleable(good),
                "Ed25519 with S + L, ECDSA with n - s: one statement, one form.");
        Bytes second = sign(
                "issuing-key",
                new EditedBody(body(SITE + "/issuingKeys/0", "signed"))
                        .octets(
                                4,
                                keys.signing(keys.octets("second")).publicKey().encoded())
                        .octets());
        add(
                "issuing-key-second",
                "issuing-key",
                second,
                "not-authentic",
                "Another key for a purpose and epoch that has one.");
        add(
                "issuing-key-by-an-issuing-key",
                "issuing-key",
                sign("issuing-key", body(SITE + "/issuingKeys/0", "signed"), keyFor("credential")),
                "not-authentic",
                "Only the root signs issuing keys.");
        add(
                "root-by-another",
                "root",
                sign("root", body(SITE, "root"), keyFor("credential")),
                "not-authentic",
                "A root is signed by itself.");
        add(
                "list-of-another-kind",
                "revocation-list",
                sign("revocation-list", body("/lists/nothing-revoked", "signed"), keyFor("credential")),
                "not-authentic",
                "Signed by the key for credentials.");
        add(
                "configuration-by-the-reader-key",
                "reader-configuration",
                sign("reader-configuration", bodyOf(artefacts.configuration("front", 7)), keyFor("reader-certificate")),
                "not-authentic",
                "Signed by the key for reader certificates.");
        add(
                "head-by-the-reader-key",
                "list-head",
                sign("list-head", bodyOf(head()), keyFor("reader-certificate")),
                "not-authentic",
                "Signed by the key for reader certificates.");
        add(
                "receipt-by-another-reader",
                "receipt",
                sign("receipt", bodyOf(receipt()), at("/readers/back", "signingPrivateKey")),
                "not-authentic",
                "Names reader front, signed by reader back.");
        add(
                "receipt-by-an-issuing-key",
                "receipt",
                sign("receipt", bodyOf(receipt()), keyFor("revocation-list")),
                "not-authentic",
                "Only the reader signs its receipts.");
    }

    private void refused(String id, Bytes octets, String title) {
        add("credential-" + id, "credential", octets, "not-authentic", title);
    }

    private Bytes malleable(Bytes signed) {
        return Bytes.concat(
                signed.slice(0, signed.size() - 32),
                Malleable.scalar(suite.id(), signed.slice(signed.size() - 32, signed.size())));
    }
}
