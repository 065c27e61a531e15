package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.protocol.proto.ReaderConfigurationBody;

/** Kind {@code reader-configuration}. */
record ReaderConfigurationCodec() implements StatementCodec<ReaderConfigurationStatement> {
    @Override
    public String kind() {
        return "reader-configuration";
    }

    @Override
    public int maxSignedSize() {
        return ReaderConfigurationStatement.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public ReaderConfigurationBody write(ReaderConfigurationStatement configuration) {
        return ReaderConfigurationBody.newBuilder()
                .setProject(StatementCodec.octets(configuration.project().value()))
                .setIssuingEpoch(configuration.issuingEpoch())
                .setReaderNumber(configuration.readerNumber())
                .setRevision((int) configuration.revision())
                .setIssued(StatementCodec.seconds(configuration.issued()))
                .setContentHash(StatementCodec.octets(configuration.contentHash()))
                .build();
    }

    @Override
    public ReaderConfigurationStatement read(byte[] body) throws InvalidProtocolBufferException {
        ReaderConfigurationBody configuration = ReaderConfigurationBody.parseFrom(body);
        return new ReaderConfigurationStatement(
                StatementCodec.project(configuration.getProject()),
                configuration.getIssuingEpoch(),
                configuration.getReaderNumber(),
                Integer.toUnsignedLong(configuration.getRevision()),
                StatementCodec.time(configuration.getIssued()),
                StatementCodec.octets(configuration.getContentHash()));
    }
}
