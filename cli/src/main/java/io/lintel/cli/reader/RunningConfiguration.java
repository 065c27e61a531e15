package io.lintel.cli.reader;

import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The configuration that a running reader goes by. Another one is durable before the reader goes by it, so that no restart
 * brings back what a receipt said is gone. Thread-safe: it comes over the link and from an installer.
 */
final class RunningConfiguration {
    private final Reader reader;
    private final KeptConfiguration kept;
    private final List<Consumer<ReaderArtefact>> listeners = new CopyOnWriteArrayList<>();
    private ReaderArtefact told;
    private long keptRevision;

    /**
     * Goes on from where a reader began.
     *
     * @param told what the reader was made from, and this closes once the reader goes by another
     */
    RunningConfiguration(Reader reader, KeptConfiguration kept, ReaderArtefact told) {
        this.reader = reader;
        this.kept = kept;
        this.told = told;
        this.keptRevision = told.revision();
    }

    /** Tells of each configuration that the reader goes by from then on, which is not the listener's to close. */
    void listen(Consumer<ReaderArtefact> listener) {
        listeners.add(listener);
    }

    /** Returns the revision that is kept; the reader goes by it, unless its list could not be kept. */
    synchronized long revision() {
        return keptRevision;
    }

    /** Keeps a configuration and goes by it from the next tap on, or throws; then {@link #refresh} goes on where it ended. */
    synchronized void take(ReaderArtefact offered) {
        kept.take(offered);
        keptRevision = offered.revision();
        refresh();
    }

    /** Goes by what is kept, if the reader does not yet. */
    synchronized void refresh() {
        if (keptRevision == told.revision()) {
            return;
        }
        ReaderArtefact next = kept.last();
        try {
            reader.adopt(next);
        } catch (RuntimeException failed) {
            next.close();
            throw failed;
        }
        told.close();
        told = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
