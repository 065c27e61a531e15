package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.TriggerBits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The product's values of what a check-in vector says. */
final class CheckInNodes {
    private CheckInNodes() {}

    static CheckInRequest request(JsonNode says) {
        return new CheckInRequest(
                Json.hex(says, "requestId"),
                says.path("number").asInt(),
                new ProjectId(Json.hex(says, "project")),
                says.path("serial").asLong(),
                Json.constant(Holding.class, Json.text(says, "holding")),
                new Held(
                        octets(says, "credential"),
                        says.path("keyEpoch").asInt(),
                        says.path("listEpoch").asLong(),
                        says.path("headEpoch").asLong(),
                        octets(says, "issuingKeys"),
                        says.path("readersRevision").asInt()),
                Optional.ofNullable(says.get("report")).map(CheckInNodes::report),
                nodes(says, "receipts")
                        .map(receipt -> Bytes.ofHex(receipt.asText()))
                        .toList());
    }

    private static AppReport report(JsonNode report) {
        return new AppReport(
                report.path("activations").asLong(),
                report.path("restarts").asLong(),
                report.path("daysUsed").asLong(),
                report.path("failedConnections").asLong(),
                report.path("successfulConnections").asLong(),
                report.path("triggers").asLong(),
                Json.text(report, "phoneModel"),
                Json.text(report, "osVersion"),
                Json.text(report, "appVersion"));
    }

    static CheckInAnswer answer(JsonNode answer) {
        return new CheckInAnswer(
                answer.path("number").asInt(),
                Json.constant(Instruction.class, Json.text(answer, "instruction")),
                octets(answer, "credential"),
                nodes(answer, "issuingKeys")
                        .map(key -> Bytes.ofHex(key.asText()))
                        .toList(),
                octets(answer, "projectKey")
                        .map(key ->
                                new ProjectKey(answer.path("keyEpoch").asInt(), SecretBytes.copyOf(key.toByteArray()))),
                Optional.ofNullable(answer.get("readersRevision")).map(revision -> doors(revision, answer)),
                new ListNews(octets(answer, "listHead"), octets(answer, "revocationList"), octets(answer, "listDelta")),
                Duration.ofSeconds(answer.path("nextCheckInSeconds").asLong()),
                answer.path("reportWanted").asBoolean() ? Reporting.WANTED : Reporting.NOT_WANTED);
    }

    private static Doors doors(JsonNode revision, JsonNode answer) {
        List<Door> doors = nodes(answer, "doors")
                .map(door -> new Door(
                        door.path("readerNumber").asInt(),
                        Json.text(door, "name"),
                        octets(door, "certificate"),
                        Json.text(door, "readerId"),
                        octets(door, "mac"),
                        door.path("signalPercent").asInt(),
                        door.path("oneTapPercent").asInt(),
                        TriggerBits.triggers(door.path("modes").asInt())))
                .toList();
        return new Doors(revision.asInt(), doors);
    }

    private static Stream<JsonNode> nodes(JsonNode owner, String field) {
        return StreamSupport.stream(owner.path(field).spliterator(), false);
    }

    private static Optional<Bytes> octets(JsonNode owner, String field) {
        return Optional.ofNullable(owner.get(field)).map(value -> Bytes.ofHex(value.asText()));
    }
}
