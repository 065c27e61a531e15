package io.lintel.protocol.reader;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.proto.ReaderArtefactBody;
import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.reader.PolicySettings.StaleList;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A {@link ReaderArtefact} in protobuf. */
final class ReaderArtefactCodec {
    private static final int VERSION = 1;
    private static final int MAX_STATEMENT_SIZE = 256;
    private static final int MAX_ISSUING_KEYS = 64;
    private static final int MAX_ANSWER_MILLIS = 60_000;

    private ReaderArtefactCodec() {}

    static SecretBytes write(ReaderArtefact artefact) {
        PolicySettings policy = artefact.policy();
        byte[] key = artefact.projectKey().key().copy();
        try {
            return SecretBytes.takeOwnership(ReaderArtefactBody.newBuilder()
                    .setVersion(VERSION)
                    .setRoot(octets(artefact.root()))
                    .addAllIssuingKeys(octets(artefact.issuingKeys()))
                    .setKeyEpoch(artefact.projectKey().epoch())
                    .setProjectKey(ByteString.copyFrom(key))
                    .setCertificate(octets(artefact.certificate()))
                    .setRevocationList(artefact.revocationList()
                            .map(ReaderArtefactCodec::octets)
                            .orElse(ByteString.EMPTY))
                    .addAllDirectory(octets(artefact.directory()))
                    .addAllTransports(policy.transports().stream()
                            .map(Transport::wireName)
                            .sorted()
                            .toList())
                    .setTriggers(bits(policy.triggers()))
                    .setPersonVerificationRequired(policy.personVerification() == PersonVerification.REQUIRED)
                    .setMaxAnswerMillis(Math.toIntExact(policy.maxAnswerTime().toMillis()))
                    .setAllowStaleList(policy.staleList() == StaleList.ALLOW)
                    .setColdAfterUses(artefact.coldAfterUses())
                    .setColdAfterSeconds(Math.toIntExact(artefact.coldAfter().toSeconds()))
                    .build()
                    .toByteArray());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static ReaderArtefact read(SecretBytes encoded) {
        require(encoded.size() <= ReaderArtefact.MAX_SIZE_BYTES, "it is too large");
        byte[] octets = encoded.copy();
        try {
            return read(ReaderArtefactBody.parseFrom(octets));
        } catch (InvalidProtocolBufferException notProtobuf) {
            throw new ReaderArtefactException("its octets are damaged");
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static ReaderArtefact read(ReaderArtefactBody body) {
        require(body.getVersion() == VERSION, "its version is " + body.getVersion() + ", not " + VERSION);
        require(body.getIssuingKeysCount() <= MAX_ISSUING_KEYS, "too many issuing keys");
        require(body.getKeyEpoch() >= 1 && body.getKeyEpoch() <= 0xffff, "key epoch out of bounds");
        require(body.getProjectKey().size() == ProjectKey.SIZE_BYTES, "project key size");
        require(body.getColdAfterUses() >= 1 && body.getColdAfterSeconds() >= 1, "cold tap limits out of bounds");
        SecretBytes key = SecretBytes.takeOwnership(body.getProjectKey().toByteArray());
        return new ReaderArtefact(
                statement(body.getRoot()),
                body.getIssuingKeysList().stream()
                        .map(ReaderArtefactCodec::statement)
                        .toList(),
                new ProjectKey(body.getKeyEpoch(), key),
                statement(body.getCertificate()),
                Optional.of(body.getRevocationList())
                        .filter(list -> !list.isEmpty())
                        .map(list -> Bytes.copyOf(list.toByteArray())),
                body.getDirectoryList().stream()
                        .map(ReaderArtefactCodec::statement)
                        .toList(),
                policy(body),
                body.getColdAfterUses(),
                Duration.ofSeconds(body.getColdAfterSeconds()));
    }

    private static PolicySettings policy(ReaderArtefactBody body) {
        require(
                body.getMaxAnswerMillis() >= 1 && body.getMaxAnswerMillis() <= MAX_ANSWER_MILLIS,
                "answer time out of bounds");
        EnumSet<Transport> transports = EnumSet.noneOf(Transport.class);
        for (String name : body.getTransportsList()) {
            transports.add(Transport.ofWireName(name)
                    .orElseThrow(() -> new ReaderArtefactException("it names an unknown transport")));
        }
        return new PolicySettings(
                transports,
                triggers(body.getTriggers()),
                body.getPersonVerificationRequired()
                        ? PersonVerification.REQUIRED
                        : PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofMillis(body.getMaxAnswerMillis()),
                body.getAllowStaleList() ? StaleList.ALLOW : StaleList.DENY);
    }

    private static int bits(Set<Trigger> triggers) {
        int bits = 0;
        for (Trigger trigger : triggers) {
            bits |= 1 << (trigger.code() - 1);
        }
        return bits;
    }

    private static Set<Trigger> triggers(int bits) {
        EnumSet<Trigger> triggers = EnumSet.allOf(Trigger.class);
        triggers.removeIf(trigger -> (bits & (1 << (trigger.code() - 1))) == 0);
        require(bits(triggers) == bits, "it names an unknown trigger");
        return triggers;
    }

    private static Bytes statement(ByteString octets) {
        require(octets.size() > 0 && octets.size() <= MAX_STATEMENT_SIZE, "a statement's size is out of bounds");
        return Bytes.copyOf(octets.toByteArray());
    }

    private static ByteString octets(Bytes value) {
        return ByteString.copyFrom(value.toByteArray());
    }

    private static List<ByteString> octets(List<Bytes> values) {
        return values.stream().map(ReaderArtefactCodec::octets).toList();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new ReaderArtefactException(rule);
        }
    }
}
