package io.lintel.protocol.statement;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;

/**
 * What all kinds of statement share: body and signature, what the signature covers, and the check that a body is the one
 * encoding of what it says ({@code spec/protocol.md}, "Statements").
 */
final class StatementForm {
    static final int SIGNATURE_SIZE_BYTES = 64;

    private static final Bytes SEPARATOR = Bytes.of(0);

    private StatementForm() {}

    /** Returns the canonical body. */
    static <T> Bytes encode(StatementCodec<T> codec, T value) {
        return Bytes.copyOf(codec.write(value).toByteArray());
    }

    /** Returns the octets that a signature of this kind covers: no two kinds can share a signature. */
    static Bytes signedMessage(StatementCodec<?> codec, Bytes body) {
        return Bytes.concat(Bytes.utf8("lintel/1/" + codec.kind()), SEPARATOR, body);
    }

    static Bytes body(Bytes signed) {
        return signed.slice(0, signed.size() - SIGNATURE_SIZE_BYTES);
    }

    static Bytes signature(Bytes signed) {
        return signed.slice(signed.size() - SIGNATURE_SIZE_BYTES, signed.size());
    }

    /**
     * Reads the body of a signed statement, without looking at the signature.
     *
     * @throws StatementException with {@link StatementException.Code#MALFORMED}
     */
    static <T> T decode(StatementCodec<T> codec, Bytes signed) {
        if (signed.size() <= SIGNATURE_SIZE_BYTES || signed.size() > codec.maxSignedSize()) {
            throw StatementException.malformed(
                    codec.kind(),
                    "it must have " + (SIGNATURE_SIZE_BYTES + 1) + " to " + codec.maxSignedSize() + " octets");
        }
        Bytes body = body(signed);
        try {
            Bytes known = body.slice(0, FieldScan.endOfKnownFields(body));
            T value = codec.read(known.toByteArray());
            if (!encode(codec, value).equals(known)) {
                throw StatementException.malformed(codec.kind(), "this is not its canonical encoding");
            }
            return value;
        } catch (InvalidProtocolBufferException e) {
            throw StatementException.malformed(codec.kind(), "it is not in protobuf's wire format");
        } catch (IllegalArgumentException e) {
            // The records state the bounds and speak of no value, so that their words may go into a message.
            throw StatementException.malformed(codec.kind(), String.valueOf(e.getMessage()));
        }
    }
}
