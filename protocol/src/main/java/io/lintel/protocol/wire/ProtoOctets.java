package io.lintel.protocol.wire;

import com.google.protobuf.ByteString;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.util.Arrays;
import java.util.List;

/** Octets on their way into and out of protobuf messages. */
public final class ProtoOctets {
    private ProtoOctets() {}

    public static ByteString of(Bytes value) {
        return ByteString.copyFrom(value.toByteArray());
    }

    public static List<ByteString> of(List<Bytes> values) {
        return values.stream().map(ProtoOctets::of).toList();
    }

    /** Returns a copy that lives until it is collected: protobuf's octets cannot be overwritten. */
    public static ByteString of(SecretBytes value) {
        byte[] copy = value.copy();
        try {
            return ByteString.copyFrom(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    public static Bytes bytes(ByteString value) {
        return Bytes.copyOf(value.toByteArray());
    }

    public static List<Bytes> bytes(List<ByteString> values) {
        return values.stream().map(ProtoOctets::bytes).toList();
    }
}
