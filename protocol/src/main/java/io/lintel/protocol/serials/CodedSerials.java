package io.lintel.protocol.serials;

import io.lintel.crypto.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of serials as a revocation list carries it, ready for look-ups: the octets, and an index with 9 octets for every 16
 * serials or 8 runs. A look-up is a search in the index and reads at most that many entries.
 *
 * <p>Immutable. Two are equal if base, coding and octets are.
 */
public final class CodedSerials {
    /** The most octets that coded serials take. */
    public static final int MAX_SIZE_BYTES = 1 << 18;

    private final long base;
    private final CodedHead head;
    private final Bits bits;
    private final long size;

    private final SerialIndex index;

    private CodedSerials(long base, CodedHead head, Bits bits) {
        this.base = base;
        this.head = head;
        this.bits = bits;
        int stretch = head.coding().stretch();
        this.index = new SerialIndex(Math.toIntExact((head.entries() + stretch - 1) / stretch));
        this.size = readThrough();
    }

    /**
     * Writes a set in the coding that makes it smaller, of two equal ones in {@link SerialCoding#RICE_GAPS}.
     *
     * @param base no serial of the set is lower; 1 to 2^32 - 1
     * @throws IllegalArgumentException where a serial is below the base, or both codings take more than
     *     {@link #MAX_SIZE_BYTES}
     */
    public static CodedSerials of(long base, SerialSet serials) {
        RunCursor runs = serials.runs();
        require(!runs.advance() || runs.first() >= base, "serials below the base serial are revoked by number");
        SerialEncoder gaps = new SerialEncoder(SerialCoding.RICE_GAPS, serials, base);
        SerialEncoder ranges = new SerialEncoder(SerialCoding.RICE_RUNS, serials, base);
        boolean strewn = gaps.size() <= ranges.size();
        SerialEncoder smaller = strewn ? gaps : ranges;
        require(
                smaller.size() <= MAX_SIZE_BYTES,
                "the serials take " + smaller.size() + " octets, a list has room for " + MAX_SIZE_BYTES);
        return read(base, strewn ? SerialCoding.RICE_GAPS : SerialCoding.RICE_RUNS, smaller.encode());
    }

    /**
     * Takes octets off the wire and reads them once through.
     *
     * @param base the serial that the first gap begins at, 1 to 2^32 - 1
     * @throws IllegalArgumentException where they are cut, have a rest, a bit set in it, or a serial above 2^32 - 1
     */
    public static CodedSerials read(long base, SerialCoding coding, Bytes octets) {
        require(base >= 1 && base <= SerialSet.MAX_SERIAL, "the base serial must be 1 to " + SerialSet.MAX_SERIAL);
        require(octets.size() <= MAX_SIZE_BYTES, "serials take at most " + MAX_SIZE_BYTES + " octets");
        Bits bits = new Bits(octets);
        CodedHead head = CodedHead.read(coding, bits);
        // An entry takes a bit at the least, so that a forged number makes no large index.
        require(head.entries() <= (long) octets.size() * Byte.SIZE, "the serials are cut");
        return new CodedSerials(base, head, bits);
    }

    /** Fills the index, and returns how many serials there are. */
    private long readThrough() {
        long count = 0;
        int end = bits.size() * Byte.SIZE;
        CodedRuns entries = entries();
        for (long entry = 0; entry < head.entries(); entry++) {
            if (entry % head.coding().stretch() == 0) {
                index.add(entries.least(), entries.position());
            }
            entries.advance();
            require(entries.position() <= end, "the serials are cut");
            require(entries.last() <= SerialSet.MAX_SERIAL, "a serial must be 1 to " + SerialSet.MAX_SERIAL);
            count += entries.last() - entries.first() + 1;
        }
        int rest = end - entries.position();
        require(rest < Byte.SIZE && (rest == 0 || bits.at(entries.position()) == 0), "the serials have a rest");
        index.complete();
        return count;
    }

    /** Returns whether the serial is in the set; false for numbers that are no serial. */
    public boolean contains(long serial) {
        int begin = index.lastThatBeginsUpTo(serial);
        if (begin < 0) {
            return false;
        }
        int stretch = head.coding().stretch();
        CodedRuns entries = new CodedRuns(
                head,
                new RiceReader(bits, index.position(begin)),
                index.least(begin),
                Math.min(stretch, head.entries() - (long) begin * stretch));
        while (entries.advance()) {
            if (entries.last() >= serial) {
                return entries.first() <= serial;
            }
        }
        return false;
    }

    /** Returns a cursor before the first entry. In {@link SerialCoding#RICE_GAPS} each serial is a run. */
    public RunCursor runs() {
        return entries();
    }

    private CodedRuns entries() {
        return new CodedRuns(head, new RiceReader(bits, head.size() * Byte.SIZE), base, head.entries());
    }

    /** Returns the set. */
    public SerialSet toSet() {
        return SerialSet.of(runs());
    }

    /** Returns how many serials there are. */
    public long size() {
        return size;
    }

    /** Returns the serial that the first gap begins at. */
    public long base() {
        return base;
    }

    /** Returns how the serials are written. */
    public SerialCoding coding() {
        return head.coding();
    }

    /** Returns the octets on the wire. */
    public Bytes octets() {
        return bits.octets();
    }

    /** Returns how much memory the octets and the index take, in octets. */
    public long memory() {
        return bits.size() + index.memory();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodedSerials coded
                && base == coded.base
                && coding() == coded.coding()
                && bits.equals(coded.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new long[] {base, coding().code(), bits.hashCode()});
    }

    /** Counts the serials and names none. */
    @Override
    public String toString() {
        return "CodedSerials[" + size + " in " + bits.size() + " octets, " + coding() + "]";
    }
}
