package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Suite;
import io.lintel.protocol.proto.CredentialBody;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/** Kind {@code credential}. */
record CredentialCodec() implements StatementCodec<Credential> {
    /** What a time field reads as where the wire leaves it out. */
    private static final int ABSENT = 0;

    @Override
    public String kind() {
        return "credential";
    }

    @Override
    public int maxSignedSize() {
        return Credential.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public CredentialBody write(Credential credential) {
        boolean validAtOnce = credential.validFrom().equals(credential.issued());
        return CredentialBody.newBuilder()
                .setProject(StatementCodec.octets(credential.project().value()))
                .setIssuingEpoch(credential.issuingEpoch())
                .setSerial((int) credential.serial())
                .setAccessNumber(credential.accessNumber())
                .setHolderKey(StatementCodec.octets(credential.holderKey()))
                .setIssued(StatementCodec.seconds(credential.issued()))
                .setValidFrom(validAtOnce ? ABSENT : StatementCodec.seconds(credential.validFrom()))
                .setValidUntil(
                        credential.validUntil().map(StatementCodec::seconds).orElse(ABSENT))
                .setLeaseEnd(StatementCodec.seconds(credential.leaseEnd()))
                .addAllGroups(credential.groups())
                .setTechnologyValue(credential.technology().code())
                .setFlags(CredentialFlag.bits(credential.flags()))
                .build();
    }

    @Override
    public Credential read(byte[] body) throws InvalidProtocolBufferException {
        CredentialBody credential = CredentialBody.parseFrom(body);
        Instant issued = StatementCodec.time(credential.getIssued());
        return new Credential(
                StatementCodec.project(credential.getProject()),
                credential.getIssuingEpoch(),
                Integer.toUnsignedLong(credential.getSerial()),
                credential.getAccessNumber(),
                StatementCodec.octets(credential.getHolderKey()),
                issued,
                optionalTime(credential.getValidFrom()).orElse(issued),
                optionalTime(credential.getValidUntil()),
                StatementCodec.time(credential.getLeaseEnd()),
                new TreeSet<>(credential.getGroupsList()),
                StatementCodec.known(Technology.ofCode(credential.getTechnologyValue()), "technology"),
                StatementCodec.known(CredentialFlag.ofBits(credential.getFlags()), "flag"));
    }

    @Override
    public boolean fits(Credential credential, Suite suite) {
        return credential.holderKey().size() == suite.dhKeySize();
    }

    private static Optional<Instant> optionalTime(int seconds) {
        return seconds == ABSENT ? Optional.empty() : Optional.of(StatementCodec.time(seconds));
    }
}
