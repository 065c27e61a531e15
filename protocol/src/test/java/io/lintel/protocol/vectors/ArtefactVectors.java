package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.vectors.straight.FieldLines;

/** Makes the vectors of readers' configurations: taken, damaged, forged, another's, and older than what the reader has. */
final class ArtefactVectors {
    private static final String FRONT = "front";

    /** The most uses, or seconds, after which a phone taps cold. */
    private static final long MOST = Integer.MAX_VALUE;

    private final CryptoSuite suite;
    private final FixedKeys keys;
    private final ObjectNode file;
    private final ArtefactNodes nodes;
    private final Bytes good;

    private ArtefactVectors(CryptoSuite suite) {
        this.suite = suite;
        this.keys = new FixedKeys(suite);
        this.file = SiteNodes.of(suite, "reader-artefact");
        this.nodes = new ArtefactNodes(suite, file);
        this.good = nodes.octets(FRONT, 7);
    }

    static ObjectNode file(CryptoSuite suite) {
        ArtefactVectors vectors = new ArtefactVectors(suite);
        vectors.file.putArray("vectors");
        vectors.taken();
        vectors.malformed();
        vectors.notAuthentic();
        vectors.another();
        return vectors.file;
    }

    private ObjectNode add(String id, Bytes octets, String expect, String title) {
        ObjectNode vector = file.withArray("/vectors")
                .addObject()
                .put("id", id)
                .put("title", title)
                .put("reader", FRONT);
        return vector.put("octets", octets.toHex()).put("expect", expect);
    }

    private void after(ObjectNode vector, Bytes accepted) {
        vector.put("accepted", accepted.toHex());
    }

    private void taken() {
        add("first", good, "accepted", "The reader's first.").put("revision", 7);
        Bytes next = nodes.octets(nodes.content(FRONT, "alice-revoked", "Main door"), "site", 1, 8);
        ObjectNode newer = add("newer", next, "accepted", "One revision on, with another name and a newer list.");
        after(newer.put("revision", 8), good);
        after(add("same", good, "accepted", "The very octets again.").put("revision", 7), good);
        Bytes later = nodes.octets(nodes.content(FRONT), "site", 2, 9);
        after(
                add("next-issuing-epoch", later, "accepted", "Signed by the key of issuing epoch 2.")
                        .put("revision", 9),
                good);
        add(
                        "surplus",
                        Bytes.concat(good, FieldLines.number(16, 1)),
                        "accepted",
                        "A field of a later version behind all.")
                .put("revision", 7);
        add(
                        "cold-after-most",
                        withPolicy(uses(MOST), seconds(MOST)),
                        "accepted",
                        "Cold after the most uses and seconds.")
                .put("revision", 7);
    }

    private void malformed() {
        add("empty", Bytes.EMPTY, "malformed", "No octet at all.");
        add("cut", good.slice(0, good.size() - 1), "malformed", "The last octet is missing.");
        add("version-2", edited(2, statement(), content()), "malformed", "Version 2.");
        EditedBody noDoor = new EditedBody(content()).without(9);
        malformed("no-door", noDoor, "The content says nothing about the door.");
        malformed("no-policy", new EditedBody(content()).without(8), "The content has no policy.");
        EditedBody shortKey = new EditedBody(content()).octets(5, MalformedTaps.zeros(31));
        malformed("project-key-short", shortKey, "A project key of 31 octets.");
        malformed("system-without-key", new EditedBody(content()).without(11), "A system id without a system key.");
        add("cold-after-uses-above", withPolicy(uses(MOST + 1)), "malformed", "Cold after 2^31 uses.");
        add("cold-after-seconds-above", withPolicy(seconds(MOST + 1)), "malformed", "Cold after 2^31 seconds.");
    }

    private static Bytes uses(long most) {
        return FieldLines.number(6, most);
    }

    private static Bytes seconds(long most) {
        return FieldLines.number(7, most);
    }

    /** Returns the good artefact with fields that take the place of those in its policy: a message may stand twice. */
    private Bytes withPolicy(Bytes... fields) {
        Bytes octets = Bytes.concat(content(), FieldLines.octets(8, Bytes.concat(fields)));
        return edited(1, signed("configuration", suite.sha256(octets)), octets);
    }

    private void malformed(String id, EditedBody content, String title) {
        Bytes octets = content.octets();
        add(id, edited(1, signed("configuration", suite.sha256(octets)), octets), "malformed", title);
    }

    private void notAuthentic() {
        Bytes content = content();
        Bytes touched = RefusedTaps.with(content, content.size() - 1, content.unsigned(content.size() - 1) ^ 1);
        add("content-changed", edited(1, statement(), touched), "not-authentic", "A bit of the system key.");
        Bytes statement = statement();
        Bytes flipped = RefusedTaps.with(statement, statement.size() - 1, statement.unsigned(statement.size() - 1) ^ 1);
        add("signature-wrong", edited(1, flipped, content), "not-authentic", "A bit of the signature.");
        add(
                "signed-by-reader-key",
                edited(1, signed("reader", suite.sha256(content)), content),
                "not-authentic",
                "Signed by the key for reader certificates.");
        Bytes other = nodes.octets(nodes.content(FRONT, "nothing-revoked", "Other"), "site", 1, 8);
        add(
                "statement-of-another-content",
                edited(1, BodyFields.content(BodyFields.split(other).get(2)), content),
                "not-authentic",
                "The statement of revision 8 with the content of revision 7.");
        after(
                add("epoch-ended", nodes.octets(FRONT, 9), "not-authentic", "Of an issuing epoch that the list ended."),
                nodes.octets(
                        nodes.content(FRONT, "issuing-epoch-raised", "Front door", nodes.recertified(FRONT)),
                        "site",
                        2,
                        8));
    }

    private void another() {
        add("another-reader", nodes.octets("back", 8), "another-reader", "The configuration of reader back.");
        add("another-site", nodes.octets("foreign", 8), "another-reader", "The configuration of a reader elsewhere.");
        after(add("older", nodes.octets(FRONT, 6), "rolled-back", "One revision back."), good);
        after(
                add(
                        "same-revision",
                        nodes.octets(nodes.content(FRONT, "nothing-revoked", "Other"), "site", 1, 7),
                        "rolled-back",
                        "The revision that the reader has, with another content."),
                good);
    }

    private Bytes statement() {
        return BodyFields.content(BodyFields.split(good).get(2));
    }

    private Bytes content() {
        return BodyFields.content(BodyFields.split(good).get(3));
    }

    private Bytes signed(String purpose, Bytes contentHash) {
        Bytes body = new EditedBody(statement().slice(0, statement().size() - 64))
                .octets(6, contentHash)
                .octets();
        Bytes message = Bytes.concat(Bytes.utf8("lintel/1/reader-configuration"), Bytes.of(0), body);
        Bytes key = keys.octets("site issuing key " + purpose + " 1");
        return Bytes.concat(body, suite.sign(keys.signing(key).privateKey(), message));
    }

    private static Bytes edited(int version, Bytes statement, Bytes content) {
        return Bytes.concat(
                FieldLines.number(1, version), FieldLines.octets(2, statement), FieldLines.octets(3, content));
    }
}
