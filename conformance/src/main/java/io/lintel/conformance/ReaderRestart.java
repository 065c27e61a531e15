package io.lintel.conformance;

import java.io.IOException;

/** Ends the reader that is tried and starts it again, with what it keeps and without what it does not. */
@FunctionalInterface
public interface ReaderRestart {
    /**
     * Restarts it. It may still be starting when this returns: the kit waits until it takes connections again.
     *
     * @throws IOException where it cannot be restarted: the run ends with a {@link RestartFailedException}
     */
    void restart() throws IOException;
}
