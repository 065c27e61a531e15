package io.lintel.protocol.serials;

import java.util.Optional;

/** How a revocation list writes its serials ({@code spec/revocation.md}, "Codings"). */
public enum SerialCoding {
    /** The gap before each serial, in Rice's code: the smaller for serials that are strewn. */
    RICE_GAPS(1, 1, 16),

    /** The gap before each run of consecutive serials and its length, each in Rice's code: the smaller for whole ranges. */
    RICE_RUNS(2, 2, 8);

    private final int code;
    private final int apart;
    private final int stretch;

    SerialCoding(int code, int apart, int stretch) {
        this.code = code;
        this.apart = apart;
        this.stretch = stretch;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the coding with that number on the wire, or nothing. */
    public static Optional<SerialCoding> ofCode(int code) {
        return code == RICE_GAPS.code
                ? Optional.of(RICE_GAPS)
                : code == RICE_RUNS.code ? Optional.of(RICE_RUNS) : Optional.empty();
    }

    /** Returns how far the first serial of an entry is from the last one of the entry before, at the least. */
    int apart() {
        return apart;
    }

    /** Returns how many entries the index of a reader passes over: of runs fewer, because one is two values to read. */
    int stretch() {
        return stretch;
    }
}
