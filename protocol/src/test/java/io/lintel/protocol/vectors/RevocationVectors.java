package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;

/** Makes the vectors of deltas and of chunk tables. */
final class RevocationVectors {
    private final ObjectNode file;
    private final ProjectTrust trust;
    private final SiteNodes nodes;

    private RevocationVectors(CryptoSuite suite) {
        this.nodes = SiteNodes.filled(suite, "revocation");
        this.file = nodes.file();
        this.trust = new World(suite, file).trust("site");
    }

    static ObjectNode file(CryptoSuite suite) {
        RevocationVectors vectors = new RevocationVectors(suite);
        vectors.file.putArray("vectors");
        vectors.deltas();
        vectors.chunks();
        return vectors.file;
    }

    private void deltas() {
        applied("come", "Three serials come.", "nothing-revoked", "alice-revoked");
        applied("go", "All go: the base was raised above them.", "alice-revoked", "base-raised");
        applied("header", "Only the header is another.", "nothing-revoked", "key-epoch-raised");
        applied("reader", "A reader's key comes.", "base-raised", "front-revoked");
        Bytes good = delta("nothing-revoked", "alice-revoked").bytes();
        refused("other-base", "A delta to another list.", "stale", good, "other-base");
        Bytes edited = new EditedBody(good)
                .octets(5, CodedSerials.of(1, SerialSet.of(500, 1001)).octets())
                .octets();
        refused("fewer", "A serial fewer than the list names.", "nothing-revoked", edited, "wrong-result");
        edited = new EditedBody(good).octets(2, MalformedTaps.zeros(32)).octets();
        refused("result", "The hash of no list.", "nothing-revoked", edited, "wrong-result");
        edited = new EditedBody(good).octets(8, MalformedTaps.zeros(64)).octets();
        refused("signature", "Another signature.", "nothing-revoked", edited, "wrong-result");
        malformed("empty", "No octet.", Bytes.EMPTY);
        malformed("cut", "An octet short.", good.slice(0, good.size() - 1));
        malformed("after", "An octet after.", Bytes.concat(good, Bytes.of(0)));
        malformed(
                "base-short",
                "A base of 31 octets.",
                new EditedBody(good).octets(1, MalformedTaps.zeros(31)).octets());
        malformed("coding-0", "No coding.", new EditedBody(good).without(4).octets());
        malformed(
                "field-9",
                "A field that is not known.",
                new EditedBody(good).number(9, 1).octets());
    }

    private void applied(String id, String title, String base, String result) {
        ListDelta delta = delta(base, result);
        add("delta-" + id, title, base, delta.bytes(), "applied").put("result", result);
    }

    private void refused(String id, String title, String base, Bytes delta, String expect) {
        add("delta-" + id, title, base, delta, expect);
    }

    private void malformed(String id, String title, Bytes delta) {
        add("delta-bad-" + id, title, "nothing-revoked", delta, "malformed");
    }

    private ObjectNode add(String id, String title, String base, Bytes delta, String expect) {
        return file.withArray("/vectors")
                .addObject()
                .put("id", id)
                .put("title", title)
                .put("base", base)
                .put("delta", delta.toHex())
                .put("expect", expect);
    }

    private ListDelta delta(String base, String result) {
        return ListDelta.between(list(base), list(result));
    }

    private Signed<RevocationList> list(String name) {
        return trust.verifyListAsIssued(Json.hex(file.at("/lists/" + name), "signed"));
    }

    private void chunks() {
        chunks("one", "A list of one chunk.", list("alice-revoked"));
        chunks("three", "A list of three chunks.", nodes.longList(7));
    }

    private void chunks(String id, String title, Signed<RevocationList> list) {
        file.withArray("/vectors")
                .addObject()
                .put("id", "chunks-" + id)
                .put("title", title)
                .put("list", list.bytes().toHex())
                .put("table", ChunkTable.of(list).octets().toHex())
                .put("head", nodes.sign(ChunkTable.head(list)).bytes().toHex())
                .put("expect", "vouched");
    }
}
