package io.lintel.protocol.reader;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.proto.DoorSettingsBody;
import io.lintel.protocol.proto.ReaderContentBody;
import io.lintel.protocol.reader.DoorBehaviour.Buzzer;
import io.lintel.protocol.reader.DoorBehaviour.StatusLed;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.wire.ProtoOctets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A {@link ReaderContent} in protobuf. */
final class ReaderContentCodec {
    private static final int MAX_STATEMENT_SIZE = 256;
    private static final int MAX_ISSUING_KEYS = 64;
    private static final int MAX_DH_KEY_SIZE = 33;
    private static final int MAX_EPOCH = 0xffff;

    private ReaderContentCodec() {}

    static Bytes write(ReaderContent content) {
        ReaderContentBody.Builder body = ReaderContentBody.newBuilder()
                .setRoot(ProtoOctets.of(content.root()))
                .addAllIssuingKeys(ProtoOctets.of(content.issuingKeys()))
                .setCertificate(ProtoOctets.of(content.certificate()))
                .setKeyEpoch(content.projectKey().epoch())
                .setProjectKey(ProtoOctets.of(content.projectKey().key()))
                .setRevocationList(content.revocationList().map(ProtoOctets::of).orElse(ByteString.EMPTY))
                .addAllDirectory(ProtoOctets.of(content.directory()))
                .setPolicy(ReaderPolicyCodec.write(content))
                .setDoor(door(content.door()));
        content.managerKey().map(ProtoOctets::of).ifPresent(body::setManagerKey);
        content.system().ifPresent(pair -> body.setSystemId(pair.id()).setSystemKey(ProtoOctets.of(pair.key())));
        return Bytes.copyOf(body.build().toByteArray());
    }

    static ReaderContent read(Bytes octets) {
        try {
            return read(ReaderContentBody.parseFrom(octets.toByteArray()));
        } catch (InvalidProtocolBufferException notProtobuf) {
            throw new ReaderArtefactException("its content is damaged");
        } catch (IllegalArgumentException outOfBounds) {
            // The records state the bounds and speak of no value, so that their words may go into a message.
            throw new ReaderArtefactException(String.valueOf(outOfBounds.getMessage()));
        }
    }

    private static ReaderContent read(ReaderContentBody body) {
        require(body.getIssuingKeysCount() <= MAX_ISSUING_KEYS, "too many issuing keys");
        require(body.getDirectoryCount() <= ReaderContent.MAX_DIRECTORY, "too many credentials");
        require(body.getKeyEpoch() >= 1 && body.getKeyEpoch() <= MAX_EPOCH, "key epoch out of bounds");
        require(body.getProjectKey().size() == ProjectKey.SIZE_BYTES, "project key size");
        DoorSettings door = door(body.getDoor());
        PolicySettings policy = ReaderPolicyCodec.policy(body.getPolicy());
        return new ReaderContent(
                statement(body.getRoot(), MAX_STATEMENT_SIZE),
                statements(body.getIssuingKeysList(), MAX_STATEMENT_SIZE),
                statement(body.getCertificate(), ReaderCertificate.MAX_SIGNED_SIZE_BYTES),
                new ProjectKey(body.getKeyEpoch(), secret(body.getProjectKey())),
                Optional.of(body.getRevocationList())
                        .filter(list -> !list.isEmpty())
                        .map(list -> statement(list, RevocationList.MAX_SIGNED_SIZE_BYTES)),
                statements(body.getDirectoryList(), Credential.MAX_SIGNED_SIZE_BYTES),
                policy,
                ReaderPolicyCodec.coldAfterUses(body.getPolicy()),
                ReaderPolicyCodec.coldAfter(body.getPolicy()),
                door,
                system(body),
                managerKey(body));
    }

    private static Optional<Bytes> managerKey(ReaderContentBody body) {
        return Optional.of(body.getManagerKey())
                .filter(key -> !key.isEmpty())
                .map(key -> statement(key, MAX_DH_KEY_SIZE));
    }

    private static Optional<SystemPair> system(ReaderContentBody body) {
        return body.getSystemId().isEmpty() && body.getSystemKey().isEmpty()
                ? Optional.empty()
                : Optional.of(new SystemPair(body.getSystemId(), secret(body.getSystemKey())));
    }

    private static DoorSettingsBody door(DoorSettings door) {
        DoorBehaviour behaviour = door.behaviour();
        DoorSettingsBody.Builder body = DoorSettingsBody.newBuilder()
                .setName(door.name())
                .setSignalPercent(door.signalPercent())
                .setOneTapPercent(door.oneTapPercent())
                .setLedBlinking(behaviour.led() == StatusLed.BLINKING)
                .setBuzzer(behaviour.buzzer() == Buzzer.ON)
                .setUnlockSeconds(Math.toIntExact(behaviour.unlockTime().toSeconds()))
                .setCardFormat(behaviour.card().format().name());
        behaviour.card().facility().ifPresent(body::setFacility);
        return body.build();
    }

    private static DoorSettings door(DoorSettingsBody body) {
        WiegandFormat format = format(body.getCardFormat());
        OptionalInt facility = body.hasFacility() ? OptionalInt.of(body.getFacility()) : OptionalInt.empty();
        return new DoorSettings(
                body.getName(),
                body.getSignalPercent(),
                body.getOneTapPercent(),
                new DoorBehaviour(
                        body.getLedBlinking() ? StatusLed.BLINKING : StatusLed.STEADY,
                        body.getBuzzer() ? Buzzer.ON : Buzzer.OFF,
                        Duration.ofSeconds(Integer.toUnsignedLong(body.getUnlockSeconds())),
                        new WiegandOutput(format, facility)));
    }

    private static WiegandFormat format(String name) {
        return Arrays.stream(WiegandFormat.values())
                .filter(format -> format.name().equals(name))
                .findAny()
                .orElseThrow(() -> new ReaderArtefactException("it names an unknown card format"));
    }

    private static SecretBytes secret(ByteString octets) {
        return SecretBytes.takeOwnership(octets.toByteArray());
    }

    private static Bytes statement(ByteString octets, int maxSize) {
        require(!octets.isEmpty() && octets.size() <= maxSize, "a statement's size is out of bounds");
        return ProtoOctets.bytes(octets);
    }

    private static List<Bytes> statements(List<ByteString> all, int maxSize) {
        return all.stream().map(octets -> statement(octets, maxSize)).toList();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new ReaderArtefactException(rule);
        }
    }
}
