package io.lintel.cli.reader;

import io.lintel.protocol.reader.AccessEvent;

/** Where a running reader's decisions go, besides its terminal. */
interface Linkage extends AutoCloseable {
    /** Nowhere. */
    Linkage NONE = new Linkage() {
        @Override
        public void record(AccessEvent event) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Takes a decision; the door waits for it. One that cannot be kept is lost, and reported by {@link #flush}. */
    void record(AccessEvent event);

    /** Has on the disk what was recorded, and says so where it cannot; called every second. */
    void flush();

    @Override
    void close();
}
