package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import java.util.Optional;

/** Keeps nothing. */
enum NoMemory implements ReaderMemory {
    NONE;

    @Override
    public Optional<Bytes> list(Slot slot) {
        return Optional.empty();
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        // Forgotten at once.
    }

    @Override
    public ReaderNotes notes() {
        return ReaderNotes.NONE;
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        // Forgotten at once.
    }

    @Override
    public boolean outlivesRestarts() {
        return false;
    }
}
