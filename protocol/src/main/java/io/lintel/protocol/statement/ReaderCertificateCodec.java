package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Suite;
import io.lintel.protocol.proto.ReaderCertificateBody;
import java.util.TreeSet;

/** Kind {@code reader-certificate}. */
record ReaderCertificateCodec() implements StatementCodec<ReaderCertificate> {
    @Override
    public String kind() {
        return "reader-certificate";
    }

    @Override
    public int maxSignedSize() {
        return ReaderCertificate.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public ReaderCertificateBody write(ReaderCertificate certificate) {
        return ReaderCertificateBody.newBuilder()
                .setProject(StatementCodec.octets(certificate.project().value()))
                .setIssuingEpoch(certificate.issuingEpoch())
                .setReaderNumber(certificate.readerNumber())
                .setDhKey(StatementCodec.octets(certificate.dhKey()))
                .setSigningKey(StatementCodec.octets(certificate.signingKey()))
                .addAllGroups(certificate.groups())
                .setTechnologyValue(certificate.technology().code())
                .setIssued(StatementCodec.seconds(certificate.issued()))
                .setExpires(StatementCodec.seconds(certificate.expires()))
                .build();
    }

    @Override
    public ReaderCertificate read(byte[] body) throws InvalidProtocolBufferException {
        ReaderCertificateBody certificate = ReaderCertificateBody.parseFrom(body);
        return new ReaderCertificate(
                StatementCodec.project(certificate.getProject()),
                certificate.getIssuingEpoch(),
                certificate.getReaderNumber(),
                StatementCodec.octets(certificate.getDhKey()),
                StatementCodec.octets(certificate.getSigningKey()),
                new TreeSet<>(certificate.getGroupsList()),
                StatementCodec.known(Technology.ofCode(certificate.getTechnologyValue()), "technology"),
                StatementCodec.time(certificate.getIssued()),
                StatementCodec.time(certificate.getExpires()));
    }

    @Override
    public boolean fits(ReaderCertificate certificate, Suite suite) {
        return certificate.dhKey().size() == suite.dhKeySize()
                && certificate.signingKey().size() == suite.signingKeySize();
    }
}
