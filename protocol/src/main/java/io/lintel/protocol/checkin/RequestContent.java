package io.lintel.protocol.checkin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.proto.AppReportBody;
import io.lintel.protocol.proto.CheckInRequestBody;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.wire.Blocks;
import io.lintel.protocol.wire.ProtoOctets;
import java.util.Optional;

/** The request's payload: one block, whatever it says, or eight of them where it carries receipts. */
final class RequestContent {
    /** Room for the longest request with the most receipts. */
    static final int BLOCKS_WITH_RECEIPTS = 8;

    private RequestContent() {}

    static Bytes encode(CheckInRequest request) {
        byte[] content = body(request).toByteArray();
        return request.receipts().isEmpty() ? Blocks.pad(content) : Blocks.pad(content, BLOCKS_WITH_RECEIPTS);
    }

    /** Throws {@link CheckInException} for whatever a phone of this version would not have written. */
    static CheckInRequest decode(Bytes payload) {
        try {
            Bytes content = Blocks.content(payload).orElseThrow(CheckInException::new);
            CheckInRequest request = request(CheckInRequestBody.parseFrom(content.toByteArray()));
            if (!encode(request).equals(payload)) {
                throw new CheckInException();
            }
            return request;
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new CheckInException();
        }
    }

    private static CheckInRequestBody body(CheckInRequest request) {
        Held held = request.held();
        CheckInRequestBody.Builder body = CheckInRequestBody.newBuilder()
                .setRequestId(ProtoOctets.of(request.requestId()))
                .setNumber(request.number())
                .setProject(ProtoOctets.of(request.project().value()))
                .setSerial((int) request.serial())
                .setHoldingValue(request.holding().code())
                .setCredential(ProtoOctets.of(held.credential().orElse(Bytes.EMPTY)))
                .setKeyEpoch(held.keyEpoch())
                .setListEpoch((int) held.listEpoch())
                .setIssuingKeys(ProtoOctets.of(held.issuingKeys().orElse(Bytes.EMPTY)))
                .setReadersRevision(held.readersRevision())
                .setHeadEpoch((int) held.headEpoch())
                .addAllReceipts(ProtoOctets.of(request.receipts()));
        request.report().ifPresent(report -> body.setReport(body(report)));
        return body.build();
    }

    private static AppReportBody body(AppReport report) {
        return AppReportBody.newBuilder()
                .setActivations((int) report.activations())
                .setRestarts((int) report.restarts())
                .setDaysUsed((int) report.daysUsed())
                .setFailedConnections((int) report.failedConnections())
                .setSuccessfulConnections((int) report.successfulConnections())
                .setTriggers((int) report.triggers())
                .setPhoneModel(report.phoneModel())
                .setOsVersion(report.osVersion())
                .setAppVersion(report.appVersion())
                .build();
    }

    private static CheckInRequest request(CheckInRequestBody body) {
        return new CheckInRequest(
                ProtoOctets.bytes(body.getRequestId()),
                body.getNumber(),
                new ProjectId(ProtoOctets.bytes(body.getProject())),
                Integer.toUnsignedLong(body.getSerial()),
                Holding.ofCode(body.getHoldingValue()).orElseThrow(CheckInException::new),
                new Held(
                        present(body.getCredential()),
                        body.getKeyEpoch(),
                        Integer.toUnsignedLong(body.getListEpoch()),
                        Integer.toUnsignedLong(body.getHeadEpoch()),
                        present(body.getIssuingKeys()),
                        body.getReadersRevision()),
                body.hasReport() ? Optional.of(report(body.getReport())) : Optional.empty(),
                ProtoOctets.bytes(body.getReceiptsList()));
    }

    private static AppReport report(AppReportBody body) {
        return new AppReport(
                Integer.toUnsignedLong(body.getActivations()),
                Integer.toUnsignedLong(body.getRestarts()),
                Integer.toUnsignedLong(body.getDaysUsed()),
                Integer.toUnsignedLong(body.getFailedConnections()),
                Integer.toUnsignedLong(body.getSuccessfulConnections()),
                Integer.toUnsignedLong(body.getTriggers()),
                body.getPhoneModel(),
                body.getOsVersion(),
                body.getAppVersion());
    }

    private static Optional<Bytes> present(ByteString value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(ProtoOctets.bytes(value));
    }
}
