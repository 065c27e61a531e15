package io.lintel.protocol.activation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationResult.Activated;
import io.lintel.protocol.activation.ActivationResult.Refused;
import io.lintel.protocol.proto.ActivationGrantBody;
import io.lintel.protocol.proto.ActivationRefusalBody;
import io.lintel.protocol.proto.ActivationResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The response's payload: the content's length in 2 octets, the content, zeros up to a multiple of 256 octets. The padding
 * keeps the length from telling how long names, lists and codes inside are.
 *
 * <p>Arrays that held the project key are overwritten where they are ours; protobuf's and {@link Bytes}' immutable copies
 * live until they are collected.
 */
final class ResponsePayload {
    static final int BLOCK_SIZE = 256;
    static final int LENGTH_SIZE = 2;

    /** 255 blocks: what a Noise message of 65534 octets has room for besides a key of 33 octets and a tag. */
    static final int MAX_CONTENT_SIZE = 255 * BLOCK_SIZE - LENGTH_SIZE;

    private ResponsePayload() {}

    /** Throws {@link IllegalArgumentException} where the grant is too large. */
    static Bytes encode(ActivationResult result) {
        byte[] content = message(result).toByteArray();
        if (content.length > MAX_CONTENT_SIZE) {
            throw new IllegalArgumentException("this grant takes " + content.length + " octets and may take "
                    + MAX_CONTENT_SIZE + ": leave out the revocation list");
        }
        int blocks = (LENGTH_SIZE + content.length + BLOCK_SIZE - 1) / BLOCK_SIZE;
        byte[] payload = new byte[blocks * BLOCK_SIZE];
        payload[0] = (byte) (content.length >> 8);
        payload[1] = (byte) content.length;
        System.arraycopy(content, 0, payload, LENGTH_SIZE, content.length);
        Bytes encoded = Bytes.copyOf(payload);
        Arrays.fill(content, (byte) 0);
        Arrays.fill(payload, (byte) 0);
        return encoded;
    }

    /** Returns nothing for whatever {@link #encode} would not have written in this version or a later one. */
    static Optional<ActivationResult> decode(Bytes payload) {
        if (payload.isEmpty() || payload.size() % BLOCK_SIZE != 0) {
            return Optional.empty();
        }
        int end = LENGTH_SIZE + (payload.unsigned(0) << 8 | payload.unsigned(1));
        if (end > payload.size() || payload.size() - end >= BLOCK_SIZE || !isZero(payload, end)) {
            return Optional.empty();
        }
        try {
            return result(
                    ActivationResponse.parseFrom(payload.slice(LENGTH_SIZE, end).toByteArray()));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isZero(Bytes payload, int from) {
        for (int i = from; i < payload.size(); i++) {
            if (payload.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static ActivationResponse message(ActivationResult result) {
        ActivationResponse.Builder message = ActivationResponse.newBuilder();
        if (result instanceof Activated activated) {
            message.setGrant(body(activated.grant()));
        } else if (result instanceof Refused refused) {
            message.setRefusal(ActivationRefusalBody.newBuilder()
                    .setReasonValue(refused.reason().code())
                    .setRetryAfterSeconds(
                            (int) refused.retryAfter().orElse(Duration.ZERO).toSeconds()));
        }
        return message.build();
    }

    private static ActivationGrantBody body(ActivationGrant grant) {
        return ActivationGrantBody.newBuilder()
                .setRoot(octets(grant.signedRoot()))
                .addAllIssuingKeys(octets(grant.issuingKeys()))
                .setCredential(octets(grant.credential()))
                .setKeyEpoch(grant.keyEpoch())
                .setProjectKey(secret(grant.projectKey()))
                .addAllReaderCertificates(octets(grant.readerCertificates()))
                .setRevocationList(octets(grant.revocationList().orElse(Bytes.EMPTY)))
                .setDisplayName(grant.displayName())
                .build();
    }

    private static Optional<ActivationResult> result(ActivationResponse message) {
        return switch (message.getOutcomeCase()) {
            case GRANT -> Optional.of(new Activated(grant(message.getGrant())));
            case REFUSAL -> refused(message.getRefusal());
            case OUTCOME_NOT_SET -> Optional.empty();
        };
    }

    private static ActivationGrant grant(ActivationGrantBody body) {
        return new ActivationGrant(
                octets(body.getRoot()),
                octetLists(body.getIssuingKeysList()),
                octets(body.getCredential()),
                body.getKeyEpoch(),
                SecretBytes.takeOwnership(body.getProjectKey().toByteArray()),
                octetLists(body.getReaderCertificatesList()),
                Optional.of(octets(body.getRevocationList())).filter(list -> !list.isEmpty()),
                body.getDisplayName());
    }

    private static Optional<ActivationResult> refused(ActivationRefusalBody body) {
        int seconds = body.getRetryAfterSeconds();
        Optional<Duration> retryAfter =
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Integer.toUnsignedLong(seconds)));
        return ActivationRefusal.ofCode(body.getReasonValue()).map(reason -> new Refused(reason, retryAfter));
    }

    private static ByteString secret(SecretBytes value) {
        byte[] copy = value.copy();
        try {
            return ByteString.copyFrom(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    private static ByteString octets(Bytes value) {
        return ByteString.copyFrom(value.toByteArray());
    }

    private static List<ByteString> octets(List<Bytes> values) {
        return values.stream().map(ResponsePayload::octets).toList();
    }

    private static Bytes octets(ByteString value) {
        return Bytes.copyOf(value.toByteArray());
    }

    private static List<Bytes> octetLists(List<ByteString> values) {
        return values.stream().map(ResponsePayload::octets).toList();
    }
}
