package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.vectors.LinkScript.Sent;
import io.lintel.protocol.vectors.straight.Curve;
import io.lintel.protocol.vectors.straight.LinkLines;

/** Makes the vectors of links: whole exchanges, every message in clear and sealed, and contents that are refused. */
final class LinkVectors {
    private final SiteNodes nodes;
    private final ObjectNode file;
    private final World world;
    private final ProjectTrust trust;

    private LinkVectors(CryptoSuite suite) {
        this.nodes = SiteNodes.filled(suite, "link");
        this.file = nodes.file();
        this.world = new World(suite, file);
        this.trust = world.trust("site");
    }

    static ObjectNode file(CryptoSuite suite) {
        LinkVectors vectors = new LinkVectors(suite);
        vectors.file.putArray("vectors");
        vectors.exchanges();
        vectors.malformed();
        return vectors.file;
    }

    private void exchanges() {
        play(vector("current", "The reader has the newest of all."));
        ObjectNode delta = vector("delta", "A newer list comes as its difference from the one in force.");
        list(delta, list("alice-revoked"));
        put(
                delta,
                "delta",
                2,
                ListDelta.between(list("nothing-revoked"), list("alice-revoked"))
                        .bytes());
        play(delta);
        ObjectNode whole = vector("list", "A list of two parts comes whole.");
        list(whole, nodes.longList(11));
        play(whole);
        ObjectNode spoiled = vector("delta-spoiled", "The delta gives nothing: the reader asks for whatever there is.");
        list(spoiled, list("alice-revoked"));
        put(spoiled, "delta", 2, MalformedTaps.zeros(40));
        play(spoiled);
        ObjectNode configuration = vector("configuration", "A configuration comes, and is kept.");
        put(configuration, "configuration", 8, new ArtefactNodes(world.suite, file).octets(LinkScript.READER, 8));
        play(configuration);
        ObjectNode events = vector("events", "Two events wait: a cold grant over TCP, a fast denial over Bluetooth.");
        ArrayNode waiting = events.withObject("/reader").putArray("events");
        waiting.add("0000019b7722a800" + "000003e9" + "00" + "01" + "01" + "0100" + "0050");
        waiting.add("0000019b7722abe8" + "ffffffff" + "03" + "02" + "03" + "0403" + "ffff");
        play(events);
    }

    private ObjectNode vector(String id, String title) {
        ObjectNode vector = file.withArray("/vectors").addObject().put("id", id).put("title", title);
        vector.put("managerPrivateKey", world.keys.octets("manager").toHex());
        for (String side : new String[] {"reader", "manager"}) {
            Bytes ephemeral = world.keys.octets("link " + id + " " + side + " ephemeral");
            vector.put(side + "Ephemeral", ephemeral.toHex());
        }
        vector.putObject("reader")
                .put("identity", LinkScript.READER)
                .put("list", "nothing-revoked")
                .put("revision", 7);
        vector.putObject("manager");
        return vector;
    }

    private static void list(ObjectNode vector, Signed<RevocationList> list) {
        put(vector, "list", list.value().listEpoch(), list.bytes());
    }

    private static void put(ObjectNode vector, String what, long number, Bytes octets) {
        vector.withObject("/manager").putObject(what).put("number", number).put("octets", octets.toHex());
    }

    private Signed<RevocationList> list(String name) {
        return trust.verifyListAsIssued(world.signedList(name));
    }

    private void play(ObjectNode vector) {
        LinkLines lines = lines(file, vector);
        ArrayNode messages = vector.putArray("messages");
        long[] counters = new long[2];
        for (Sent sent : new LinkScript(world, vector).play()) {
            ObjectNode message = messages.addObject().put("from", sent.from());
            int kind = sent.message().unsigned(0);
            if (kind == 0x17) {
                boolean isReader = sent.from().equals("reader");
                Bytes key = isReader ? lines.toManagerKey() : lines.toReaderKey();
                Bytes content = LinkLines.open(key, counters[isReader ? 0 : 1]++, sent.message());
                message.put("content", content.toHex()).set("says", LinkContents.read(content));
            }
            message.put("message", sent.message().toHex());
        }
        vector.putObject("derived")
                .put("prologue", lines.prologue().toHex())
                .put("ck", lines.noise().ck().toHex())
                .put("h", lines.noise().h().toHex())
                .put("toManagerKey", lines.toManagerKey().toHex())
                .put("toReaderKey", lines.toReaderKey().toHex());
    }

    /** Returns the straight lines of a vector's handshake. */
    static LinkLines lines(ObjectNode file, JsonNode vector) {
        return LinkLines.of(
                Curve.ofSuite(file.path("suite").asInt()),
                Json.hex(file.at("/projects/site"), "id"),
                file.at("/readers/" + LinkScript.READER).path("number").asInt(),
                new LinkLines.End(
                        Json.hex(file.at("/readers/" + LinkScript.READER), "dhPrivateKey"),
                        Json.hex(vector, "readerEphemeral")),
                new LinkLines.End(Json.hex(vector, "managerPrivateKey"), Json.hex(vector, "managerEphemeral")));
    }

    private void malformed() {
        String hash = MalformedTaps.zeros(31).toHex() + "01";
        String none = MalformedTaps.zeros(32).toHex();
        String series = "0102030405060708";
        String event = "0000019b7722a800" + "000003e9" + "00" + "01" + "01" + "0100" + "0050";
        refused("reader", "empty", "");
        refused("reader", "unknown-type", "06");
        refused("reader", "managers-type", "84");
        refused("reader", "state-list-without-hash", "01" + "00000001" + none + "00000001" + "00000001" + "00");
        refused("reader", "state-hash-without-list", "01" + "00000000" + hash + "00000001" + "00000001" + "00");
        refused("reader", "state-name-cut", "01" + "00000001" + hash + "00000001" + "00000001" + "0278");
        refused("reader", "state-extra", "01" + "00000001" + hash + "00000001" + "00000001" + "017878");
        refused("reader", "state-name-not-ascii", "01" + "00000001" + hash + "00000001" + "00000001" + "0180");
        refused("reader", "receipt-empty", "02");
        refused("reader", "receipt-long", "02" + "00".repeat(193));
        refused("reader", "events-none", "03" + series + "0000000000000001");
        refused("reader", "events-number-0", "03" + series + "0000000000000000" + event);
        refused("reader", "events-65", "03" + series + "0000000000000001" + event.repeat(65));
        refused("reader", "events-cut", "03" + series + "0000000000000001" + event.substring(2));
        refused("reader", "event-serial-0", "03" + series + "0000000000000001" + event.replace("03e9", "0000"));
        refused("reader", "counters-65", "04" + "0000000000000001".repeat(65));
        refused("reader", "counter-negative", "04" + "8000000000000000");
        refused("reader", "want-kind-4", "05" + "04" + hash + "00000000");
        refused("reader", "want-offset", "05" + "01" + hash + "80000000");
        refused("manager", "unknown-type", "85");
        refused("manager", "readers-type", "04");
        refused("manager", "offer-number-0", "81" + "01" + "00000000" + "00000100" + hash);
        refused("manager", "offer-size-0", "81" + "01" + "00000002" + "00000000" + hash);
        refused("manager", "offer-size-above", "81" + "02" + "00000002" + "00004001" + hash);
        refused("manager", "offer-cut", "81" + "01" + "00000002" + "00000100" + hash.substring(2));
        refused("manager", "part-empty", "82" + "01" + "00000000");
        refused("manager", "part-long", "82" + "01" + "00000000" + "00".repeat(4097));
        refused("manager", "acknowledge-cut", "83" + series + "00000000000000");
        refused("manager", "current-extra", "84" + "00");
    }

    private void refused(String from, String id, String content) {
        vector("bad-" + from + "-" + id, "Malformed, as the " + from + "'s first message behind the handshake.")
                .put("from", from)
                .put("content", content)
                .put("expect", "malformed");
    }
}
