package io.lintel.protocol.serials;

/** Walks the entries of coded serials: in {@link SerialCoding#RICE_GAPS} each serial, else each run. */
final class CodedRuns implements RunCursor {
    private final RiceReader reader;
    private final CodedHead head;
    private long left;
    private long least;
    private long first;
    private long last;

    /** Before an entry, the lowest serial that it can begin with, and how many entries there are from here on. */
    CodedRuns(CodedHead head, RiceReader reader, long least, long left) {
        this.head = head;
        this.reader = reader;
        this.least = least;
        this.left = left;
    }

    @Override
    public boolean advance() {
        if (left == 0) {
            return false;
        }
        left--;
        first = least + reader.next(head.gapParameter());
        last = head.coding() == SerialCoding.RICE_RUNS ? first + reader.next(head.lengthParameter()) : first;
        least = last + head.coding().apart();
        return true;
    }

    @Override
    public long first() {
        return first;
    }

    @Override
    public long last() {
        return last;
    }

    /** Returns the lowest serial that the next entry can begin with. */
    long least() {
        return least;
    }

    /** Returns where the next entry begins, in bits. */
    int position() {
        return reader.position();
    }
}
