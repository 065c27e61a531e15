package io.lintel.protocol.reader;

import com.google.protobuf.InvalidProtocolBufferException;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.proto.ReaderArtefactBody;
import io.lintel.protocol.statement.ReaderConfigurationStatement;
import io.lintel.protocol.wire.ProtoOctets;
import java.util.Arrays;

/** The envelope of a {@link ReaderArtefact}: the signed statement, and the content whose hash it holds. */
final class ReaderArtefactCodec {
    private static final int VERSION = 1;

    private ReaderArtefactCodec() {}

    /** An envelope's parts, not verified. {@link #toString()} is redacted: the content holds keys. */
    record Parts(Bytes configuration, Bytes content) {
        @Override
        public String toString() {
            return "Parts[redacted]";
        }
    }

    static SecretBytes write(Bytes configuration, Bytes content) {
        return SecretBytes.takeOwnership(ReaderArtefactBody.newBuilder()
                .setVersion(VERSION)
                .setConfiguration(ProtoOctets.of(configuration))
                .setContent(ProtoOctets.of(content))
                .build()
                .toByteArray());
    }

    static Parts read(SecretBytes encoded) {
        require(encoded.size() <= ReaderArtefact.MAX_SIZE_BYTES, "it is too large");
        byte[] octets = encoded.copy();
        try {
            ReaderArtefactBody body = ReaderArtefactBody.parseFrom(octets);
            require(body.getVersion() == VERSION, "its version is " + body.getVersion() + ", not " + VERSION);
            require(
                    body.getConfiguration().size() <= ReaderConfigurationStatement.MAX_SIGNED_SIZE_BYTES,
                    "its statement is too long");
            return new Parts(ProtoOctets.bytes(body.getConfiguration()), ProtoOctets.bytes(body.getContent()));
        } catch (InvalidProtocolBufferException notProtobuf) {
            throw new ReaderArtefactException("its octets are damaged");
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new ReaderArtefactException(rule);
        }
    }
}
