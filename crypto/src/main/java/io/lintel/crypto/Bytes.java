package io.lintel.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sequence of octets that everybody may see: messages, public keys, hashes, signatures.
 *
 * <p>Equality is by value, the order is that of unsigned octets, and {@link #toString()} is lower-case hex. Secrets
 * belong in {@link SecretBytes}. Instances are safe to share between threads.
 */
public final class Bytes implements Comparable<Bytes> {
    /** The sequence of no octets. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** Wraps without copying; for arrays that this package made and nobody else holds. */
    static Bytes wrap(byte[] octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets);
    }

    /** The octets themselves, for adapters of this package that only read them. */
    byte[] octets() {
        return octets;
    }

    /** Returns a copy of the whole array. */
    public static Bytes copyOf(byte[] source) {
        return wrap(source.clone());
    }

    /** Returns a sequence that holds {@code source} itself, which nobody may touch again. */
    public static Bytes takeOwnership(byte[] source) {
        return wrap(source);
    }

    /**
     * Returns a copy of {@code length} octets of {@code source}, beginning at {@code offset}.
     *
     * @throws IndexOutOfBoundsException if the range is not inside {@code source}
     */
    public static Bytes copyOf(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        return wrap(Arrays.copyOfRange(source, offset, offset + length));
    }

    /**
     * Returns the octets that {@code hex} spells, two digits each, upper or lower case.
     *
     * @throws IllegalArgumentException if the text has an odd length or another character
     */
    public static Bytes ofHex(String hex) {
        return wrap(Hex.parse(hex));
    }

    /** Returns the UTF-8 encoding of {@code text}. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the octets given as numbers.
     *
     * @throws IllegalArgumentException if a number is outside 0 to 255
     */
    public static Bytes of(int... octets) {
        byte[] out = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] < 0 || octets[i] > 255) {
                throw new IllegalArgumentException("octet " + i + " is " + octets[i] + ", outside 0 to 255");
            }
            out[i] = (byte) octets[i];
        }
        return wrap(out);
    }

    /** Returns all parts, one after the other. */
    public static Bytes concat(Bytes... parts) {
        int size = 0;
        for (Bytes part : parts) {
            size = Math.addExact(size, part.size());
        }
        byte[] out = new byte[size];
        int at = 0;
        for (Bytes part : parts) {
            part.copyTo(out, at);
            at += part.size();
        }
        return wrap(out);
    }

    /** Returns two parts, one after the other, as the other {@code concat} does, which makes an array of them first. */
    public static Bytes concat(Bytes first, Bytes second) {
        byte[] out = Arrays.copyOf(first.octets, Math.addExact(first.size(), second.size()));
        second.copyTo(out, first.size());
        return wrap(out);
    }

    /** The number of octets. */
    public int size() {
        return octets.length;
    }

    /** Whether there is no octet. */
    public boolean isEmpty() {
        return octets.length == 0;
    }

    /** The octet at {@code index}, as Java's signed byte. */
    public byte get(int index) {
        return octets[index];
    }

    /** The octet at {@code index}, 0 to 255. */
    public int unsigned(int index) {
        return octets[index] & 0xff;
    }

    /**
     * Returns the octets from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IndexOutOfBoundsException if the range is not inside this sequence
     */
    public Bytes slice(int from, int to) {
        Objects.checkFromToIndex(from, to, octets.length);
        return from == 0 && to == octets.length ? this : wrap(Arrays.copyOfRange(octets, from, to));
    }

    /** Returns a copy that the caller may change. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    /**
     * Writes all octets into {@code target}, beginning at {@code offset}.
     *
     * @throws IndexOutOfBoundsException if they do not fit
     */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(octets, 0, target, offset, octets.length);
    }

    /** Returns lower-case hex, two digits for each octet. */
    public String toHex() {
        return Hex.format(octets);
    }

    /** Whether both are equal, taking the same time wherever they differ; for authentication tags. */
    public boolean constantTimeEquals(Bytes other) {
        return MessageDigest.isEqual(octets, other.octets);
    }

    /** Whether this sequence begins with {@code prefix}. */
    public boolean startsWith(Bytes prefix) {
        return size() >= prefix.size() && firstDifference(prefix) == prefix.size();
    }

    @Override
    public int compareTo(Bytes other) {
        int at = firstDifference(other);
        return at < Math.min(size(), other.size())
                ? Integer.compare(unsigned(at), other.unsigned(at))
                : Integer.compare(size(), other.size());
    }

    /** Where both differ first, or the size of the shorter one; the platform's own is missing on older Android versions. */
    private int firstDifference(Bytes other) {
        int end = Math.min(size(), other.size());
        int at = 0;
        while (at < end && octets[at] == other.octets[at]) {
            at++;
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes bytes && Arrays.equals(octets, bytes.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
