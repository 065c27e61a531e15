package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;

/** A length octet, the content, and zeros up to a fixed size, so that lengths tell nothing about a person. */
public final class Padding {
    private Padding() {}

    public static Bytes pad(Bytes content, int size) {
        if (content.size() > size || size > 255) {
            throw new IllegalArgumentException("content of " + content.size() + " octets does not fit " + size);
        }
        byte[] padded = new byte[1 + size];
        padded[0] = (byte) content.size();
        content.copyTo(padded, 1);
        return Bytes.copyOf(padded);
    }

    public static Bytes unpad(Bytes padded) {
        MalformedException.unless(!padded.isEmpty(), "padding without length");
        int size = padded.unsigned(0);
        MalformedException.unless(size > 0 && size < padded.size(), "padded length");
        for (int i = 1 + size; i < padded.size(); i++) {
            MalformedException.unless(padded.get(i) == 0, "padding not zero");
        }
        return padded.slice(1, 1 + size);
    }
}
