package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.proto.RevocationListBody;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialCoding;
import java.util.Set;
import java.util.TreeSet;

/** Kind {@code revocation-list}. */
record RevocationListCodec() implements StatementCodec<RevocationList> {
    @Override
    public String kind() {
        return "revocation-list";
    }

    @Override
    public int maxSignedSize() {
        return RevocationList.MAX_SIGNED_SIZE_BYTES;
    }

    @Override
    public RevocationListBody write(RevocationList list) {
        return RevocationListBody.newBuilder()
                .setProject(StatementCodec.octets(list.project().value()))
                .setIssuingEpoch(list.issuingEpoch())
                .setListEpoch((int) list.listEpoch())
                .setMinimumKeyEpoch(list.minimumKeyEpoch())
                .setMinimumIssuingEpoch(list.minimumIssuingEpoch())
                .setIssued(StatementCodec.seconds(list.issued()))
                .setExpires(StatementCodec.seconds(list.expires()))
                .setBaseSerial((int) list.baseSerial())
                .setRevokedReaderKeys(StatementCodec.octets(
                        Bytes.concat(list.revokedReaderKeys().toArray(Bytes[]::new))))
                .setCoding(list.revoked().coding().code())
                .setSerials(StatementCodec.octets(list.revoked().octets()))
                .setGroup(list.group())
                .build();
    }

    @Override
    public RevocationList read(byte[] body) throws InvalidProtocolBufferException {
        RevocationListBody list = RevocationListBody.parseFrom(body);
        SerialCoding coding = StatementCodec.known(SerialCoding.ofCode(list.getCoding()), "coding");
        return new RevocationList(
                StatementCodec.project(list.getProject()),
                list.getIssuingEpoch(),
                Integer.toUnsignedLong(list.getListEpoch()),
                list.getMinimumKeyEpoch(),
                list.getMinimumIssuingEpoch(),
                StatementCodec.time(list.getIssued()),
                StatementCodec.time(list.getExpires()),
                fingerprints(StatementCodec.octets(list.getRevokedReaderKeys())),
                CodedSerials.read(
                        Integer.toUnsignedLong(list.getBaseSerial()), coding, StatementCodec.octets(list.getSerials())),
                list.getGroup());
    }

    private static Set<Bytes> fingerprints(Bytes octets) {
        Require.that(octets.size() % Sha256.SIZE_BYTES == 0, "reader keys are named by 32 octets each");
        Set<Bytes> fingerprints = new TreeSet<>();
        for (int at = 0; at < octets.size(); at += Sha256.SIZE_BYTES) {
            fingerprints.add(octets.slice(at, at + Sha256.SIZE_BYTES));
        }
        return fingerprints;
    }
}
