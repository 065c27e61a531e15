package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The codings of spec/revocation.md 1, on strings of bits: slow, and close to the page. */
public final class StraightSerials {
    private static final int MAX_PARAMETER = 24;
    private static final long MAX_SERIAL = 0xffff_ffffL;
    private static final int GAPS = 1;
    private static final int RUNS = 2;

    private StraightSerials() {}

    /** All serials from the first to the last. */
    public record Run(long first, long last) {}

    /** Octets with the coding that they are in. */
    public record Coded(int coding, Bytes octets) {}

    /** Returns the runs, joined where they touch; {@link IllegalArgumentException} where the octets are malformed. */
    public static List<Run> decode(long base, Coded coded) {
        Bits bits = new Bits(binary(coded.octets()));
        int gap = parameter(bits);
        int length = coded.coding() == RUNS ? parameter(bits) : 0;
        long count = varint(bits);
        List<Run> runs = new ArrayList<>();
        long least = base;
        for (long i = 0; i < count; i++) {
            long first = least + value(bits, gap);
            long last = coded.coding() == RUNS ? first + value(bits, length) : first;
            require(last <= MAX_SERIAL);
            add(runs, first, last);
            least = last + coded.coding();
        }
        require(bits.rest().matches("0{0,7}"));
        return runs;
    }

    /** Returns what a signer writes. */
    public static Coded encode(long base, List<Run> runs) {
        List<Long> gaps = new ArrayList<>();
        long least = base;
        for (Run run : runs) {
            for (long serial = run.first(); serial <= run.last(); serial++) {
                gaps.add(serial - least);
                least = serial + 1;
            }
        }
        List<Long> before = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        least = base;
        for (Run run : runs) {
            before.add(run.first() - least);
            lengths.add(run.last() - run.first());
            least = run.last() + 2;
        }
        int gap = best(gaps);
        int beforeRun = best(before);
        int length = best(lengths);
        Bytes inGaps = Bytes.concat(Bytes.of(gap), varint(gaps.size()), filled(written(gaps, gap)));
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            entries.append(written(before.get(i), beforeRun)).append(written(lengths.get(i), length));
        }
        Bytes inRuns = Bytes.concat(Bytes.of(beforeRun, length), varint(runs.size()), filled(entries.toString()));
        return inRuns.size() < inGaps.size() ? new Coded(RUNS, inRuns) : new Coded(GAPS, inGaps);
    }

    /** Bits and how many were taken. */
    private static final class Bits {
        private final String all;
        private int taken;

        Bits(String all) {
            this.all = all;
        }

        String take(int count) {
            require(taken + count <= all.length());
            taken += count;
            return all.substring(taken - count, taken);
        }

        long number(int count) {
            return count == 0 ? 0 : Long.parseLong(take(count), 2);
        }

        String rest() {
            return all.substring(taken);
        }
    }

    private static String binary(Bytes octets) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < octets.size(); i++) {
            text.append(Integer.toBinaryString(0x100 | octets.unsigned(i)), 1, 9);
        }
        return text.toString();
    }

    private static Bytes filled(String bits) {
        String whole = bits + "0".repeat((8 - bits.length() % 8) % 8);
        byte[] octets = new byte[whole.length() / 8];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(whole.substring(8 * i, 8 * i + 8), 2);
        }
        return Bytes.copyOf(octets);
    }

    private static int parameter(Bits bits) {
        int parameter = (int) bits.number(8);
        require(parameter <= MAX_PARAMETER);
        return parameter;
    }

    private static long varint(Bits bits) {
        long value = 0;
        for (int i = 0; i < 5; i++) {
            boolean more = bits.take(1).equals("1");
            long seven = bits.number(7);
            value += seven << (7 * i);
            if (!more) {
                require(value <= MAX_SERIAL && (i == 0 || seven > 0));
                return value;
            }
        }
        throw new IllegalArgumentException("a varint of more than five octets");
    }

    private static Bytes varint(long value) {
        List<Integer> octets = new ArrayList<>();
        for (long left = value; left > 0x7f; left >>= 7) {
            octets.add((int) ((left & 0x7f) | 0x80));
        }
        octets.add((int) (value >> (7L * octets.size())));
        return Bytes.of(octets.stream().mapToInt(Integer::intValue).toArray());
    }

    private static long value(Bits bits, int parameter) {
        int high = 0;
        while (high < 32 && bits.take(1).equals("0")) {
            high++;
        }
        if (high < 32) {
            return ((long) high << parameter) + bits.number(parameter);
        }
        long value = bits.number(32);
        require(value >> parameter >= 32);
        return value;
    }

    private static String written(long value, int parameter) {
        long high = value >> parameter;
        if (high >= 32) {
            return "0".repeat(32) + low(value, 32);
        }
        return "0".repeat((int) high) + "1" + low(value, parameter);
    }

    private static String written(List<Long> values, int parameter) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(written(value, parameter)));
        return text.toString();
    }

    private static String low(long value, int bits) {
        return bits == 0
                ? ""
                : BigInteger.valueOf(value)
                        .mod(BigInteger.TWO.pow(bits))
                        .setBit(bits)
                        .toString(2)
                        .substring(1);
    }

    private static int best(List<Long> values) {
        int best = 0;
        for (int parameter = 1; parameter <= MAX_PARAMETER; parameter++) {
            if (written(values, parameter).length() < written(values, best).length()) {
                best = parameter;
            }
        }
        return best;
    }

    private static void add(List<Run> runs, long first, long last) {
        boolean touches = !runs.isEmpty() && runs.get(runs.size() - 1).last() + 1 == first;
        runs.add(touches ? new Run(runs.remove(runs.size() - 1).first(), last) : new Run(first, last));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("malformed");
        }
    }
}
