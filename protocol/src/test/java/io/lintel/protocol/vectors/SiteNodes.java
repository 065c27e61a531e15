package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What all vectors of one suite share: two projects with their readers, credentials and lists, every private key told. */
final class SiteNodes {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int EPOCHS = 2;

    private final CryptoSuite suite;
    private final FixedKeys keys;
    private final StatementSigner signer;
    private final ObjectNode file = Json.object();

    private SiteNodes(CryptoSuite suite) {
        this.suite = suite;
        this.keys = new FixedKeys(suite);
        this.signer = new StatementSigner(suite);
    }

    /** Returns a file without vectors. */
    static ObjectNode of(CryptoSuite suite, String kind) {
        return filled(suite, kind).file;
    }

    /** Returns what signs for the site, its file without vectors. */
    static SiteNodes filled(CryptoSuite suite, String kind) {
        SiteNodes nodes = new SiteNodes(suite);
        nodes.file.put("format", "lintel-vectors/1").put("kind", kind);
        nodes.file.put("suite", suite.id().id());
        for (String group : new String[] {"projects", "readers", "credentials", "lists"}) {
            nodes.file.putObject(group);
        }
        nodes.project("site");
        nodes.project("other");
        nodes.readers();
        nodes.credentials();
        nodes.lists();
        return nodes;
    }

    ObjectNode file() {
        return file;
    }

    Signed<RevocationList> sign(RevocationList list) {
        return signer.sign(issuing("site", Purpose.LIST, list.issuingEpoch()).privateKey(), list);
    }

    /** Returns a list of about 4,000 serials, more than one chunk, one part or one courier takes. */
    Signed<RevocationList> longList(long seed) {
        long[] serials =
                new Random(seed).longs(4_000, 1, 1_000_000).sorted().distinct().toArray();
        return sign(new RevocationList(
                id("site"),
                1,
                9,
                1,
                1,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                Set.of(),
                CodedSerials.of(1, SerialSet.of(serials)),
                RevocationList.ALL_GROUPS));
    }

    Signed<ListHead> sign(ListHead head) {
        return signer.sign(issuing("site", Purpose.LIST, head.issuingEpoch()).privateKey(), head);
    }

    /** Returns what reader front says while that list is in force, or none. */
    Signed<Receipt> receipt(Optional<Signed<RevocationList>> list, Optional<Instant> clock) {
        Bytes dh = Json.hex(file.at("/readers/front"), "dhKey");
        Receipt receipt = new Receipt(id("site"), suite.sha256(dh), list.map(Receipt.ListInForce::of), 7, clock, 12);
        return signer.sign(keys.signing(keys.octets("reader front signing")).privateKey(), receipt);
    }

    private void project(String name) {
        Bytes rootPrivate = keys.octets(name + " root");
        SigningKeyPair root = keys.signing(rootPrivate);
        Bytes rootKey = root.publicKey().encoded();
        ProjectId id = ProjectId.of(suite.id(), rootKey);
        ObjectNode node = file.withObject("/projects").putObject(name);
        node.put("id", id.value().toHex());
        node.put("rootPrivateKey", rootPrivate.toHex());
        node.put(
                "root",
                signer.sign(root, new ProjectRoot(suite.id(), rootKey, NOW.minus(YEAR)))
                        .bytes()
                        .toHex());
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            for (Purpose purpose : Purpose.values()) {
                Bytes privateKey = issuingPrivate(name, purpose, epoch);
                Bytes key = keys.signing(privateKey).publicKey().encoded();
                IssuingKey issuing = new IssuingKey(id, purpose, epoch, key, NOW.minus(YEAR), NOW.plus(YEAR));
                node.withArray("/issuingKeys")
                        .addObject()
                        .put("purpose", Json.name(purpose))
                        .put("epoch", epoch)
                        .put("privateKey", privateKey.toHex())
                        .put(
                                "signed",
                                signer.sign(root.privateKey(), issuing).bytes().toHex());
            }
            node.withArray("/projectKeys")
                    .addObject()
                    .put("epoch", epoch)
                    .put("key", keys.octets(name + " project key " + epoch).toHex());
        }
    }

    private Bytes issuingPrivate(String project, Purpose purpose, int epoch) {
        return keys.octets(project + " issuing key " + Json.name(purpose) + " " + epoch);
    }

    private SigningKeyPair issuing(String project, Purpose purpose, int epoch) {
        return keys.signing(issuingPrivate(project, purpose, epoch));
    }

    private ProjectId id(String project) {
        return new ProjectId(Bytes.ofHex(file.at("/projects/" + project + "/id").asText()));
    }

    private void readers() {
        reader("front", "site", 1, Set.of(1, 2));
        reader("back", "site", 2, Set.of(2, 7));
        reader("foreign", "other", 1, Set.of(1));
    }

    private void reader(String name, String project, int number, Set<Integer> groups) {
        Bytes dh = keys.octets("reader " + name + " dh");
        Bytes signing = keys.octets("reader " + name + " signing");
        Bytes dhKey = keys.dh(dh).publicKey().encoded();
        ReaderCertificate certificate = new ReaderCertificate(
                id(project),
                1,
                number,
                dhKey,
                keys.signing(signing).publicKey().encoded(),
                groups,
                Technology.BLUE,
                NOW.minus(Duration.ofDays(30)),
                NOW.plus(YEAR).minus(Duration.ofDays(30)));
        file.withObject("/readers")
                .putObject(name)
                .put("project", project)
                .put("number", number)
                .put("dhPrivateKey", dh.toHex())
                .put("dhKey", dhKey.toHex())
                .put("signingPrivateKey", signing.toHex())
                .put(
                        "certificate",
                        signer.sign(issuing(project, Purpose.READER, 1).privateKey(), certificate)
                                .bytes()
                                .toHex());
    }

    private void credentials() {
        credential("alice", "site", 1001, CredentialTerms.USUAL);
        credential("bob", "site", 1002, CredentialTerms.USUAL);
        credential("largest", "site", 0xffff_ffffL, CredentialTerms.LARGEST);
        credential("early", "site", 1003, CredentialTerms.EARLY);
        credential("expired", "site", 1004, CredentialTerms.EXPIRED);
        credential("lapsed", "site", 1005, CredentialTerms.LAPSED);
        credential("elsewhere", "site", 1006, CredentialTerms.ELSEWHERE);
        credential("green", "site", 1007, CredentialTerms.GREEN);
        credential("verified", "site", 1008, CredentialTerms.VERIFIED);
        credential("gesture", "site", 1009, CredentialTerms.GESTURE);
        credential("lasting", "site", 1010, CredentialTerms.LASTING);
        credential("renewed", "site", 1001, CredentialTerms.RENEWED);
        credential("stranger", "other", 1001, CredentialTerms.USUAL);
    }

    private void credential(String name, String project, long serial, CredentialTerms terms) {
        Bytes holder = keys.octets("holder " + name);
        Credential credential = new Credential(
                id(project),
                terms.epoch(),
                serial,
                terms.accessNumber(),
                keys.dh(holder).publicKey().encoded(),
                terms.issued(),
                terms.validFrom(),
                terms.validUntil(),
                terms.leaseEnd(),
                terms.groups(suite.id()),
                terms.technology(),
                terms.flags());
        file.withObject("/credentials")
                .putObject(name)
                .put("project", project)
                .put("serial", serial)
                .put("accessNumber", terms.accessNumber())
                .put("holderPrivateKey", holder.toHex())
                .put(
                        "signed",
                        signer.sign(
                                        issuing(project, Purpose.CREDENTIAL, terms.epoch())
                                                .privateKey(),
                                        credential)
                                .bytes()
                                .toHex());
    }

    /** Adds the head of a list. */
    void listForCouriers(String name) {
        Signed<RevocationList> signed =
                new World(suite, file).trust("site").verifyListAsIssued(Json.hex(file.at("/lists/" + name), "signed"));
        file.withObject("/lists/" + name)
                .put("head", sign(ChunkTable.head(signed)).bytes().toHex());
    }

    /** Adds a list of three chunks, with its head. */
    void longList(String name, long listEpoch) {
        long[] serials =
                new Random(7).longs(4_000, 2_000, 1_000_000).sorted().distinct().toArray();
        list(name, listEpoch, ListTerms.USUAL.revoking(serials));
        listForCouriers(name);
    }

    private void lists() {
        Bytes front = suite.sha256(Bytes.ofHex(file.at("/readers/front/dhKey").asText()));
        list("nothing-revoked", 1, ListTerms.USUAL);
        list("alice-revoked", 2, ListTerms.USUAL.revoking(500, 1001, 1500));
        list("base-raised", 3, ListTerms.USUAL.withBase(2000));
        list("issuing-epoch-raised", 4, ListTerms.USUAL.withMinimumIssuingEpoch(2));
        list("key-epoch-raised", 5, ListTerms.USUAL.withMinimumKeyEpoch(2));
        list("front-revoked", 6, ListTerms.USUAL.revokingReader(front));
        list("stale", 7, ListTerms.STALE);
        list("stale-alice-revoked", 8, ListTerms.STALE.revoking(1001));
        list("issued-in-ten-minutes", 9, ListTerms.USUAL.issuedIn(Duration.ofMinutes(10)));
    }

    private void list(String name, long listEpoch, ListTerms terms) {
        RevocationList list = new RevocationList(
                id("site"),
                1,
                listEpoch,
                terms.minimumKeyEpoch(),
                terms.minimumIssuingEpoch(),
                terms.issued(),
                terms.expires(),
                terms.readerKeys(),
                CodedSerials.of(terms.baseSerial(), SerialSet.of(terms.revoked())),
                RevocationList.ALL_GROUPS);
        file.withObject("/lists")
                .putObject(name)
                .put("project", "site")
                .put("listEpoch", listEpoch)
                .put(
                        "signed",
                        signer.sign(issuing("site", Purpose.LIST, 1).privateKey(), list)
                                .bytes()
                                .toHex());
    }

    static Optional<Instant> after(Duration duration) {
        return Optional.of(NOW.plus(duration));
    }
}
