package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.store.file.FileStoreException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failing spool means to a running reader: events are lost and their numbers say so, and the door goes on. A site that
 * wants its doors shut while a disk is full would be shut in by it. Thread-safe.
 */
final class SpoolOutage {
    private @Nullable FileStoreException failure;
    private boolean isReported;

    /** Does something with the spool; that it failed is reported by another thread, so that no terminal holds up a door. */
    void around(Runnable use) {
        try {
            use.run();
            succeeded();
        } catch (FileStoreException e) {
            failed(e);
        }
    }

    private synchronized void succeeded() {
        if (isReported) {
            failure = null;
            isReported = false;
        }
    }

    private synchronized void failed(FileStoreException e) {
        failure = e;
    }

    /** Returns what is to be said of a failure, once until the spool has worked again. */
    synchronized Optional<Answer> report() {
        FileStoreException what = failure;
        if (what == null || isReported) {
            return Optional.empty();
        }
        isReported = true;
        return Optional.of(
                Answer.saying("Events of this reader are being lost; the door goes on. The manager will see that"
                                + " they are missing. " + what.getMessage())
                        .fact("event", "events-lost")
                        .fact("code", what.errorCode())
                        .fact("message", String.valueOf(what.getMessage())));
    }
}
