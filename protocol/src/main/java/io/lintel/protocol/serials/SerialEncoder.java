package io.lintel.protocol.serials;

import io.lintel.crypto.Bytes;

/** Writes a set in one coding, with the parameters that make it smallest. */
final class SerialEncoder {
    private final SerialCoding coding;
    private final SerialSet serials;
    private final long base;
    private final CodedHead head;
    private final long size;

    SerialEncoder(SerialCoding coding, SerialSet serials, long base) {
        this.coding = coding;
        this.serials = serials;
        this.base = base;
        RiceCost gaps = new RiceCost();
        RiceCost lengths = new RiceCost();
        long entries = 0;
        long least = base;
        for (RunCursor runs = serials.runs(); runs.advance(); ) {
            long more = runs.last() - runs.first();
            gaps.add(runs.first() - least, 1);
            if (coding == SerialCoding.RICE_RUNS) {
                lengths.add(more, 1);
                entries++;
            } else {
                gaps.add(0, more);
                entries += more + 1;
            }
            least = runs.last() + coding.apart();
        }
        this.head = CodedHead.of(coding, gaps.cheapest(), lengths.cheapest(), entries);
        long bits = gaps.of(head.gapParameter()) + lengths.of(head.lengthParameter());
        this.size = head.size() + (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Returns how many octets it takes. */
    long size() {
        return size;
    }

    Bytes encode() {
        BitWriter out = new BitWriter(Math.toIntExact(size));
        head.write(out);
        long least = base;
        for (RunCursor runs = serials.runs(); runs.advance(); ) {
            long more = runs.last() - runs.first();
            out.rice(runs.first() - least, head.gapParameter());
            if (coding == SerialCoding.RICE_RUNS) {
                out.rice(more, head.lengthParameter());
            } else {
                for (long i = 0; i < more; i++) {
                    out.rice(0, head.gapParameter());
                }
            }
            least = runs.last() + coding.apart();
        }
        return out.written();
    }
}
