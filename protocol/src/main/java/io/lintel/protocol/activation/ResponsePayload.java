package io.lintel.protocol.activation;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationResult.Activated;
import io.lintel.protocol.activation.ActivationResult.Refused;
import io.lintel.protocol.proto.ActivationGrantBody;
import io.lintel.protocol.proto.ActivationRefusalBody;
import io.lintel.protocol.proto.ActivationResponse;
import io.lintel.protocol.wire.Blocks;
import io.lintel.protocol.wire.ProtoOctets;
import java.time.Duration;
import java.util.Optional;

/**
 * The response's payload, in {@link Blocks}.
 *
 * <p>Arrays that held the project key are overwritten where they are ours; protobuf's and {@link Bytes}' immutable copies
 * live until they are collected.
 */
final class ResponsePayload {
    private ResponsePayload() {}

    /** Throws {@link IllegalArgumentException} where the grant is too large. */
    static Bytes encode(ActivationResult result) {
        byte[] content = message(result).toByteArray();
        if (content.length > Blocks.MAX_CONTENT_SIZE) {
            throw new IllegalArgumentException("this grant takes " + content.length + " octets and may take "
                    + Blocks.MAX_CONTENT_SIZE + ": leave out the revocation list");
        }
        return Blocks.pad(content);
    }

    /** Returns nothing for whatever {@link #encode} would not have written in this version or a later one. */
    static Optional<ActivationResult> decode(Bytes payload) {
        return Blocks.unpad(payload).flatMap(ResponsePayload::read);
    }

    private static Optional<ActivationResult> read(Bytes content) {
        try {
            return result(ActivationResponse.parseFrom(content.toByteArray()));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
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
                .setRoot(ProtoOctets.of(grant.signedRoot()))
                .addAllIssuingKeys(ProtoOctets.of(grant.issuingKeys()))
                .setCredential(ProtoOctets.of(grant.credential()))
                .setKeyEpoch(grant.keyEpoch())
                .setProjectKey(ProtoOctets.of(grant.projectKey()))
                .addAllReaderCertificates(ProtoOctets.of(grant.readerCertificates()))
                .setRevocationList(ProtoOctets.of(grant.revocationList().orElse(Bytes.EMPTY)))
                .setDisplayName(grant.displayName())
                .setHandOffClaim(grant.handOffClaim().orElse(""))
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
                ProtoOctets.bytes(body.getRoot()),
                ProtoOctets.bytes(body.getIssuingKeysList()),
                ProtoOctets.bytes(body.getCredential()),
                body.getKeyEpoch(),
                SecretBytes.takeOwnership(body.getProjectKey().toByteArray()),
                ProtoOctets.bytes(body.getReaderCertificatesList()),
                Optional.of(ProtoOctets.bytes(body.getRevocationList())).filter(list -> !list.isEmpty()),
                body.getDisplayName(),
                Optional.of(body.getHandOffClaim()).filter(claim -> !claim.isEmpty()));
    }

    private static Optional<ActivationResult> refused(ActivationRefusalBody body) {
        int seconds = body.getRetryAfterSeconds();
        Optional<Duration> retryAfter =
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(Integer.toUnsignedLong(seconds)));
        return ActivationRefusal.ofCode(body.getReasonValue()).map(reason -> new Refused(reason, retryAfter));
    }
}
