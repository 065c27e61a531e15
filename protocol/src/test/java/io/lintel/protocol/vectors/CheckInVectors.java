package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.vectors.straight.CheckInLines;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes the vectors of check-in: answered, refused, and messages that are not the protocol's. */
final class CheckInVectors {
    private static final int DAY = 86_400;

    private final CryptoSuite suite;
    private final World world;
    private final ObjectNode file;

    private CheckInVectors(CryptoSuite suite) {
        this.suite = suite;
        this.file = SiteNodes.of(suite, "check-in");
        this.world = new World(suite, file);
    }

    static ObjectNode file(CryptoSuite suite) {
        CheckInVectors vectors = new CheckInVectors(suite);
        vectors.file.putArray("vectors");
        vectors.answered();
        vectors.courier();
        vectors.deletions();
        for (CheckInRefusal reason : CheckInRefusal.values()) {
            vectors.refused(reason);
        }
        new BadCheckIns(vectors.world, vectors.file, vectors::vector).add();
        return vectors.file;
    }

    private void answered() {
        finish(answer(vector("nothing-new", "The phone has the newest of all."), "keep"));
        ObjectNode renewed = vector("renewed", "A new lease and a new project key: as long as nothing new.");
        answer(renewed, "keep")
                .withObject("/answer")
                .put("credential", file.at("/credentials/renewed/signed").asText())
                .put("keyEpoch", 2)
                .put("projectKey", file.at("/projects/site/projectKeys/1/key").asText());
        finish(renewed);
        ObjectNode everything = vector("everything", "Issuing keys, doors and a list as well; the phone reports.");
        report(everything.withObject("/says"));
        ObjectNode answer = answer(everything, "keep").withObject("/answer");
        ArrayNode keys = answer.putArray("issuingKeys");
        issuingKeys().forEach(key -> keys.add(key.toHex()));
        answer.put("readersRevision", 12);
        doors(answer.putArray("doors"));
        answer.put("revocationList", file.at("/lists/alice-revoked/signed").asText());
        finish(everything);
        ObjectNode gone = vector("no-doors", "The site has published that there are no doors for this credential.");
        answer(gone, "keep").withObject("/answer").put("readersRevision", 13).putArray("doors");
        finish(gone);
    }

    private void courier() {
        ObjectNode vector = vector(
                "courier", "Receipts go in; a head and a delta come. Each is a filler: this layer does not look.");
        ObjectNode says = vector.withObject("/says");
        says.put("headEpoch", 1)
                .putArray("receipts")
                .add(filler("receipt 1", 160))
                .add(filler("receipt 2", 151));
        answer(vector, "keep")
                .withObject("/answer")
                .put("listHead", filler("head", 176))
                .put("listDelta", filler("delta", 201));
        finish(vector);
    }

    private String filler(String name, int size) {
        Bytes octets = world.keys.octets("check-in courier " + name);
        Bytes[] repeated = Collections.nCopies(size / octets.size() + 1, octets).toArray(Bytes[]::new);
        return Bytes.concat(repeated).slice(0, size).toHex();
    }

    private void deletions() {
        finish(answer(vector("delete", "The credential was revoked."), "delete"));
        for (Holding holding : new Holding[] {Holding.DELETED_AS_TOLD, Holding.DELETED_BY_PERSON}) {
            ObjectNode vector = vector(Json.name(holding), "The phone confirms that it has deleted the credential.");
            ObjectNode says = vector.withObject("/says");
            says.put("holding", Json.name(holding)).put("keyEpoch", 0).put("listEpoch", 0);
            says.put("readersRevision", 0).remove(List.of("credential", "issuingKeys"));
            finish(answer(vector, "forget"));
        }
    }

    private void refused(CheckInRefusal reason) {
        ObjectNode vector = vector("refused-" + Json.name(reason), "The manager refuses.");
        ObjectNode refusal = vector.putObject("refusal").put("reason", Json.name(reason));
        refusal.put("retryAfterSeconds", reason == CheckInRefusal.RATE_LIMITED ? 300 : 0);
        finish(vector);
    }

    private ObjectNode vector(String id, String title) {
        ObjectNode vector = file.withArray("/vectors").addObject().put("id", id).put("title", title);
        vector.put("managerPrivateKey", world.keys.octets("manager").toHex());
        vector.put("holderPrivateKey", world.keys.octets("holder alice").toHex());
        vector.put(
                "phoneEphemeral",
                world.keys.octets("check-in " + id + " phone ephemeral").toHex());
        vector.put(
                "managerEphemeral",
                world.keys.octets("check-in " + id + " manager ephemeral").toHex());
        Bytes credential = Bytes.ofHex(file.at("/credentials/alice/signed").asText());
        vector.putObject("says")
                .put(
                        "requestId",
                        world.keys.octets("check-in " + id).slice(0, 16).toHex())
                .put("number", 7)
                .put("project", file.at("/projects/site/id").asText())
                .put("serial", 1001)
                .put("holding", "held")
                .put("credential", suite.sha256(credential).slice(0, 20).toHex())
                .put("keyEpoch", 1)
                .put("listEpoch", 1)
                .put("issuingKeys", Held.digestOf(suite, issuingKeys()).toHex())
                .put("readersRevision", 11);
        return vector;
    }

    private List<Bytes> issuingKeys() {
        List<Bytes> keys = new ArrayList<>();
        file.at("/projects/site/issuingKeys").forEach(key -> keys.add(Json.hex(key, "signed")));
        return keys;
    }

    private static void report(ObjectNode says) {
        says.putObject("report")
                .put("activations", 1)
                .put("restarts", 12)
                .put("daysUsed", 3)
                .put("failedConnections", 0)
                .put("successfulConnections", 300)
                .put("triggers", 299)
                .put("phoneModel", "Example Phone 7")
                .put("osVersion", "16")
                .put("appVersion", "1.2.0");
    }

    private void doors(ArrayNode doors) {
        doors.addObject()
                .put("readerNumber", 1)
                .put("name", "Main entrance")
                .put("certificate", file.at("/readers/front/certificate").asText())
                .put("readerId", "IMA XhOUJ")
                .put("mac", "001ec025ea74")
                .put("signalPercent", 40)
                .put("oneTapPercent", 55)
                .put("modes", 7);
        doors.addObject()
                .put("readerNumber", 2)
                .put("name", "Sklad")
                .put("readerId", "")
                .put("signalPercent", 100)
                .put("oneTapPercent", 0)
                .put("modes", 0);
    }

    private static ObjectNode answer(ObjectNode vector, String instruction) {
        vector.putObject("answer")
                .put("number", 7)
                .put("instruction", instruction)
                .put("nextCheckInSeconds", DAY)
                .put("reportWanted", true);
        return vector;
    }

    private void finish(ObjectNode vector) {
        CheckInScript script = new CheckInScript(world, vector);
        vector.put("request", script.request().toHex());
        vector.put("managerSays", script.managerSays());
        vector.put("response", script.response().toHex());
        vector.put("phoneSays", script.phoneSays());
        CheckInLines lines = CheckInLinesOf.vector(file, vector);
        vector.putObject("derived")
                .put("prologue", CheckInLines.prologue(lines.curve()).toHex())
                .put("ck", lines.noise().ck().toHex())
                .put("h", lines.noise().h().toHex());
    }
}
