package io.lintel.sdk.sync;

/**
 * Is told how far an import is, every {@value #STEP} entries and at the end of each phase, on the thread that imports. It
 * holds up the import while it works, so it should only show the number.
 */
@FunctionalInterface
public interface ImportProgress {

    /** How many entries pass between two reports. */
    int STEP = 1000;

    /** What an import does. */
    enum Phase {
        /** It looks for mistakes; nothing is changed. */
        CHECKING,
        /** It writes; nobody sees it before the end. A store that has to begin again counts from 0 again. */
        WRITING
    }

    /** So many entries are done. */
    void at(Phase phase, long entries);

    /** Nobody watches. */
    static ImportProgress none() {
        return (phase, entries) -> {};
    }
}
