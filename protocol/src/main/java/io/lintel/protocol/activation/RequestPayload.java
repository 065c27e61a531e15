package io.lintel.protocol.activation;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationWire.ProofContext;
import io.lintel.protocol.proto.ActivationRequest;
import io.lintel.protocol.wire.ProtoOctets;

/** The request's payload: what the phone wants redeemed, and for which key. */
record RequestPayload(Bytes requestId, ActivationCode code, Bytes holderKey, Bytes proof) {
    static RequestPayload of(CryptoSuite suite, SecretBytes shared, ProofContext context) {
        return new RequestPayload(
                context.requestId(),
                context.code(),
                context.holderKey().encoded(),
                ActivationWire.proof(suite, shared, context));
    }

    Bytes encode() {
        return Bytes.copyOf(ActivationRequest.newBuilder()
                .setRequestId(ProtoOctets.of(requestId))
                .setCode(code.text())
                .setHolderKey(ProtoOctets.of(holderKey))
                .setProof(ProtoOctets.of(proof))
                .build()
                .toByteArray());
    }

    /** Throws {@link ActivationException} for whatever a phone of this version would not have written. */
    static RequestPayload decode(Bytes payload) {
        try {
            ActivationRequest request = ActivationRequest.parseFrom(payload.toByteArray());
            RequestPayload decoded = new RequestPayload(
                    ProtoOctets.bytes(request.getRequestId()),
                    ActivationCode.parse(request.getCode()),
                    ProtoOctets.bytes(request.getHolderKey()),
                    ProtoOctets.bytes(request.getProof()));
            boolean sizesRight = decoded.requestId.size() == ActivationWire.REQUEST_ID_SIZE
                    && decoded.proof.size() == ActivationWire.PROOF_SIZE;
            if (sizesRight && decoded.encode().equals(payload)) {
                return decoded;
            }
            throw ActivationException.notAuthentic();
        } catch (InvalidProtocolBufferException e) {
            throw ActivationException.notAuthentic();
        }
    }

    @Override
    public String toString() {
        return "RequestPayload[redacted]";
    }
}
