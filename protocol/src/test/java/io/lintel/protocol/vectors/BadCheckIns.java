package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.ActivationLines;
import io.lintel.protocol.vectors.straight.CheckInLines;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Check-in messages that are not the protocol's, on either side. */
final class BadCheckIns {
    /** Where a request's fields stand in its content, which the vectors' values fix. */
    private static final int NUMBER_AT = 18;

    private static final int PROJECT_AT = 20;
    private static final int HOLDING_AT = 36;

    private final World world;
    private final ObjectNode file;
    private final BiFunction<String, String, ObjectNode> begin;

    /** Takes what begins a vector, given its id and title. */
    BadCheckIns(World world, ObjectNode file, BiFunction<String, String, ObjectNode> begin) {
        this.world = world;
        this.file = file;
        this.begin = begin;
    }

    void add() {
        request("truncated", "One octet is missing.", request -> request.slice(0, request.size() - 1));
        request("extended", "One octet too many.", request -> Bytes.concat(request, Bytes.of(0)));
        request("kind", "An activation's kind.", request -> RefusedTaps.with(request, 0, 0x10));
        request("suite", "The other suite.", request -> RefusedTaps.with(request, 1, 3 - request.unsigned(1)));
        request(
                "tag",
                "The last octet.",
                request -> RefusedTaps.with(request, request.size() - 1, request.unsigned(request.size() - 1) ^ 1));
        request("empty", "No octet at all.", request -> Bytes.EMPTY);
        for (BadPoints point : BadPoints.values()) {
            ObjectNode vector = begin.apply("holder-" + Json.name(point), point.title() + " as holder key.");
            CheckInLines good = CheckInLinesOf.vector(file, vector);
            sealed(vector, point.encoded(good.curve().suite()), ActivationLines.padded(content(vector)));
        }
        contents().forEach(this::content);
        payload("padding", RefusedTaps.with(ActivationLines.padded(Bytes.of(0)), 255, 1));
        payload("two-blocks", ActivationLines.padded(MalformedTaps.zeros(300)));
        responses();
    }

    private void request(String id, String title, UnaryOperator<Bytes> change) {
        ObjectNode vector = begin.apply("request-" + id, title);
        CheckInScript script = new CheckInScript(world, vector);
        vector.put("request", change.apply(script.request()).toHex());
        vector.put("managerSays", script.managerSays());
    }

    private static Map<String, UnaryOperator<Bytes>> contents() {
        Map<String, UnaryOperator<Bytes>> contents = new TreeMap<>();
        contents.put("nothing", content -> Bytes.EMPTY);
        contents.put("surplus-field", content -> Bytes.concat(content, FieldLines.number(14, 1)));
        contents.put("holding-0", content -> RefusedTaps.with(content, HOLDING_AT, 0));
        contents.put("holding-4", content -> RefusedTaps.with(content, HOLDING_AT, 4));
        contents.put("deleted-with-credential", content -> RefusedTaps.with(content, HOLDING_AT, 2));
        contents.put("number-0", content -> numbered(content, Bytes.EMPTY));
        contents.put("number-overlong", content -> numbered(content, Bytes.of(0x10, 0x87, 0)));
        contents.put("number-too-large", content -> numbered(content, FieldLines.number(2, 1L << 31)));
        return contents;
    }

    private static Bytes numbered(Bytes content, Bytes number) {
        return Bytes.concat(content.slice(0, NUMBER_AT), number, content.slice(PROJECT_AT, content.size()));
    }

    private void content(String id, UnaryOperator<Bytes> change) {
        ObjectNode vector = begin.apply("content-" + id, "Sealed as it should be, and out of bounds.");
        sealed(vector, holderKey(vector), ActivationLines.padded(change.apply(content(vector))));
    }

    private void payload(String id, Bytes payload) {
        ObjectNode vector = begin.apply("payload-" + id, "Sealed as it should be, and not padded so.");
        sealed(vector, holderKey(vector), payload);
    }

    private void sealed(ObjectNode vector, Bytes staticKey, Bytes payload) {
        CheckInLines good = CheckInLinesOf.vector(file, vector);
        Bytes managerKey = CheckInLinesOf.managerKey(good.curve(), vector);
        CheckInLines bad = CheckInLines.sealed(good.curve(), managerKey, good.phone(), staticKey, payload);
        vector.put("request", bad.request().toHex());
        vector.put("managerSays", new CheckInScript(world, vector).managerSays());
    }

    private Bytes holderKey(ObjectNode vector) {
        return CheckInLinesOf.vector(file, vector).curve().publicKey(Json.hex(vector, "holderPrivateKey"));
    }

    private static Bytes content(ObjectNode vector) {
        return CheckInLinesOf.said(vector.path("says"));
    }

    private void responses() {
        Bytes keep = Bytes.concat(FieldLines.number(2, 1), FieldLines.number(7, 60));
        Map<String, Bytes> payloads = new TreeMap<>();
        payloads.put("padding", RefusedTaps.with(answer(keep), 255, 1));
        payloads.put("nothing", ActivationLines.padded(Bytes.EMPTY));
        payloads.put("instruction-0", answer(FieldLines.number(7, 60)));
        payloads.put("instruction-4", answer(Bytes.concat(FieldLines.number(2, 4), FieldLines.number(7, 60))));
        payloads.put("too-soon", answer(Bytes.concat(FieldLines.number(2, 1), FieldLines.number(7, 59))));
        payloads.put("too-late", answer(Bytes.concat(FieldLines.number(2, 1), FieldLines.number(7, 2_592_001))));
        payloads.put("key-without-epoch", answer(Bytes.concat(keep, FieldLines.octets(6, MalformedTaps.zeros(32)))));
        payloads.put(
                "delete-and-renew",
                answer(Bytes.concat(
                        FieldLines.number(2, 2), FieldLines.octets(3, Bytes.of(1)), FieldLines.number(7, 60))));
        payloads.put(
                "doors-without-revision",
                answer(Bytes.concat(
                        keep,
                        FieldLines.octets(
                                10, Bytes.concat(FieldLines.number(1, 1), FieldLines.octets(2, Bytes.utf8("a")))))));
        payloads.put("reason-0", ActivationLines.padded(FieldLines.octets(2, Bytes.EMPTY)));
        payloads.put("reason-3", ActivationLines.padded(FieldLines.octets(2, FieldLines.number(1, 3))));
        payloads.forEach(this::response);
    }

    private static Bytes answer(Bytes fields) {
        return ActivationLines.padded(FieldLines.octets(1, fields));
    }

    private void response(String id, Bytes payload) {
        ObjectNode vector = begin.apply("response-" + id, "Sealed as it should be, and out of bounds.");
        CheckInLines lines = CheckInLinesOf.vector(file, vector);
        vector.put("request", lines.request().toHex());
        vector.put("managerSays", new CheckInScript(world, vector).managerSays());
        Bytes response = lines.sealedResponse(Json.hex(vector, "managerEphemeral"), payload);
        vector.put("response", response.toHex());
        vector.put("phoneSays", new CheckInScript(world, vector).phoneSays());
    }
}
