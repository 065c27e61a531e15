package io.lintel.protocol.checkin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInResult.Answered;
import io.lintel.protocol.checkin.CheckInResult.Refused;
import io.lintel.protocol.proto.CheckInAnswerBody;
import io.lintel.protocol.proto.CheckInRefusalBody;
import io.lintel.protocol.proto.CheckInResponseBody;
import io.lintel.protocol.proto.DoorBody;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.Blocks;
import io.lintel.protocol.wire.ProtoOctets;
import io.lintel.protocol.wire.TriggerBits;
import java.time.Duration;
import java.util.Optional;

/**
 * The response's payload, in {@link Blocks}: one of them for a refusal, an order to delete, a new lease, a new project key,
 * or nothing new, so that these look alike.
 */
final class ResponseContent {
    private ResponseContent() {}

    /** Throws {@link IllegalArgumentException} where the answer is too large. */
    static Bytes encode(CheckInResult result) {
        byte[] content = body(result).toByteArray();
        if (content.length > Blocks.MAX_CONTENT_SIZE) {
            throw new IllegalArgumentException("this answer takes " + content.length + " octets and may take "
                    + Blocks.MAX_CONTENT_SIZE + ": leave out the revocation list, then certificates of doors");
        }
        return Blocks.pad(content);
    }

    /** Returns nothing for whatever {@link #encode} would not have written in this version or a later one. */
    static Optional<CheckInResult> decode(Bytes payload) {
        return Blocks.unpad(payload).flatMap(ResponseContent::read);
    }

    private static Optional<CheckInResult> read(Bytes content) {
        try {
            CheckInResponseBody body = CheckInResponseBody.parseFrom(content.toByteArray());
            return switch (body.getOutcomeCase()) {
                case ANSWER -> answer(body.getAnswer());
                case REFUSAL -> refusal(body.getRefusal());
                case OUTCOME_NOT_SET -> Optional.empty();
            };
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static CheckInResponseBody body(CheckInResult result) {
        CheckInResponseBody.Builder body = CheckInResponseBody.newBuilder();
        if (result instanceof Answered answered) {
            body.setAnswer(body(answered.answer()));
        } else if (result instanceof Refused refused) {
            body.setRefusal(CheckInRefusalBody.newBuilder()
                    .setReasonValue(refused.reason().code())
                    .setRetryAfterSeconds(
                            (int) refused.retryAfter().orElse(Duration.ZERO).toSeconds()));
        }
        return body.build();
    }

    private static CheckInAnswerBody body(CheckInAnswer answer) {
        CheckInAnswerBody.Builder body = CheckInAnswerBody.newBuilder()
                .setNumber(answer.number())
                .setInstructionValue(answer.instruction().code())
                .setCredential(ProtoOctets.of(answer.credential().orElse(Bytes.EMPTY)))
                .addAllIssuingKeys(ProtoOctets.of(answer.issuingKeys()))
                .setNextCheckInSeconds((int) answer.nextCheckIn().toSeconds())
                .setReportWanted(answer.reporting() == Reporting.WANTED)
                .setRevocationList(ProtoOctets.of(answer.list().whole().orElse(Bytes.EMPTY)))
                .setListHead(ProtoOctets.of(answer.list().head().orElse(Bytes.EMPTY)))
                .setListDelta(ProtoOctets.of(answer.list().delta().orElse(Bytes.EMPTY)));
        answer.projectKey().ifPresent(key -> body.setKeyEpoch(key.epoch()).setProjectKey(ProtoOctets.of(key.key())));
        answer.doors()
                .ifPresent(doors -> body.setReadersRevision(doors.revision())
                        .addAllDoors(
                                doors.all().stream().map(ResponseContent::body).toList()));
        return body.build();
    }

    private static DoorBody body(Door door) {
        return DoorBody.newBuilder()
                .setReaderNumber(door.readerNumber())
                .setName(door.name())
                .setCertificate(ProtoOctets.of(door.certificate().orElse(Bytes.EMPTY)))
                .setReaderId(door.readerId())
                .setMac(ProtoOctets.of(door.mac().orElse(Bytes.EMPTY)))
                .setSignalPercent(door.signalPercent())
                .setOneTapPercent(door.oneTapPercent())
                .setModes(TriggerBits.of(door.modes()))
                .build();
    }

    private static Optional<CheckInResult> answer(CheckInAnswerBody body) {
        return Instruction.ofCode(body.getInstructionValue())
                .map(instruction -> new Answered(new CheckInAnswer(
                        body.getNumber(),
                        instruction,
                        present(body.getCredential()),
                        ProtoOctets.bytes(body.getIssuingKeysList()),
                        projectKey(body),
                        doors(body),
                        new ListNews(
                                present(body.getListHead()),
                                present(body.getRevocationList()),
                                present(body.getListDelta())),
                        Duration.ofSeconds(Integer.toUnsignedLong(body.getNextCheckInSeconds())),
                        body.getReportWanted() ? Reporting.WANTED : Reporting.NOT_WANTED)));
    }

    private static Optional<ProjectKey> projectKey(CheckInAnswerBody body) {
        if (body.getKeyEpoch() == 0 && body.getProjectKey().isEmpty()) {
            return Optional.empty();
        }
        byte[] key = body.getProjectKey().toByteArray();
        return Optional.of(new ProjectKey(body.getKeyEpoch(), SecretBytes.takeOwnership(key)));
    }

    private static Optional<Doors> doors(CheckInAnswerBody body) {
        if (body.getReadersRevision() == 0 && body.getDoorsCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Doors(
                body.getReadersRevision(),
                body.getDoorsList().stream().map(ResponseContent::door).toList()));
    }

    private static Door door(DoorBody body) {
        return new Door(
                body.getReaderNumber(),
                body.getName(),
                present(body.getCertificate()),
                body.getReaderId(),
                present(body.getMac()),
                body.getSignalPercent(),
                body.getOneTapPercent(),
                TriggerBits.triggers(body.getModes()));
    }

    private static Optional<CheckInResult> refusal(CheckInRefusalBody body) {
        int seconds = body.getRetryAfterSeconds();
        Optional<Duration> retryAfter =
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Integer.toUnsignedLong(seconds)));
        return CheckInRefusal.ofCode(body.getReasonValue()).map(reason -> new Refused(reason, retryAfter));
    }

    private static Optional<Bytes> present(ByteString value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(ProtoOctets.bytes(value));
    }
}
