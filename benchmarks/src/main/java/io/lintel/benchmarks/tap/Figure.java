package io.lintel.benchmarks.tap;

/** What is told of a tap: time until the reader has decided, and all that reader, phone and both do. */
enum Figure {
    /** From the phone's message to the reader's decision. */
    DECISION,
    /** All that the reader does, its opener included. */
    READER,
    /** All that the phone does. */
    PHONE,
    /** Both sides. */
    BOTH;

    /** Returns this figure of a tap whose parts took so long. */
    long of(long open, long answer, long decide, long finish) {
        return switch (this) {
            case DECISION -> decide;
            case READER -> open + decide;
            case PHONE -> answer + finish;
            case BOTH -> open + answer + decide + finish;
        };
    }
}
