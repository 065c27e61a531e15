package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/** A memory that writes nothing while it is full. */
final class MomentarilyFullMemory implements ReaderMemory {
    boolean isFull;
    int failures;
    private final ReaderMemory kept = ReaderMemory.inMemory();

    @Override
    public Optional<Bytes> list(Slot slot) {
        return kept.list(slot);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        requireRoom();
        kept.keepList(slot, signedList);
    }

    @Override
    public ReaderNotes notes() {
        return kept.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        requireRoom();
        kept.keepNotes(notes);
    }

    void requireRoom() {
        if (isFull) {
            failures++;
            throw new ReaderMemoryException(ReaderMemoryException.Code.UNAVAILABLE, "no room");
        }
    }
}
