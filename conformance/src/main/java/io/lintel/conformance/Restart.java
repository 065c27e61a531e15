package io.lintel.conformance;

import java.io.IOException;

/**
 * Ends the reader or the phone that is tried, at once and unprepared, as a loss of power does, and starts it again: with what it
 * keeps and without what it does not.
 */
@FunctionalInterface
public interface Restart {
    /**
     * Restarts it. It may still be starting when this returns: the kit waits until a reader takes connections again, and until a
     * phone taps again.
     *
     * @throws IOException where it cannot be restarted: the case that needed it has failed, and those behind it are left out or
     *     wait for it in vain
     */
    void restart() throws IOException;
}
