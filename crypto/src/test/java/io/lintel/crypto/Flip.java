package io.lintel.crypto;

/** The smallest change that a message can suffer. */
public final class Flip {
    private Flip() {}

    /** Returns {@code bytes} with one bit changed. */
    public static Bytes bit(Bytes bytes, int number) {
        byte[] changed = bytes.toByteArray();
        changed[number / 8] ^= (byte) (1 << (number % 8));
        return Bytes.copyOf(changed);
    }
}
