package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Suite;
import io.lintel.protocol.proto.IssuingKeyBody;

/** Kind {@code issuing-key}. */
record IssuingKeyCodec() implements StatementCodec<IssuingKey> {
    @Override
    public String kind() {
        return "issuing-key";
    }

    @Override
    public int maxSignedSize() {
        return 256;
    }

    @Override
    public IssuingKeyBody write(IssuingKey key) {
        return IssuingKeyBody.newBuilder()
                .setProject(StatementCodec.octets(key.project().value()))
                .setPurposeValue(key.purpose().code())
                .setEpoch(key.epoch())
                .setKey(StatementCodec.octets(key.key()))
                .setIssued(StatementCodec.seconds(key.issued()))
                .setExpires(StatementCodec.seconds(key.expires()))
                .build();
    }

    @Override
    public IssuingKey read(byte[] body) throws InvalidProtocolBufferException {
        IssuingKeyBody key = IssuingKeyBody.parseFrom(body);
        return new IssuingKey(
                StatementCodec.project(key.getProject()),
                StatementCodec.known(Purpose.ofCode(key.getPurposeValue()), "purpose"),
                key.getEpoch(),
                StatementCodec.octets(key.getKey()),
                StatementCodec.time(key.getIssued()),
                StatementCodec.time(key.getExpires()));
    }

    @Override
    public boolean fits(IssuingKey key, Suite suite) {
        return key.key().size() == suite.signingKeySize();
    }
}
