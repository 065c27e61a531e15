package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderNotes;
import io.lintel.protocol.testing.ForwardingMemory;

/** A memory that writes nothing while it is full. */
final class MomentarilyFullMemory extends ForwardingMemory {
    boolean isFull;
    int failures;

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        requireRoom();
        super.keepList(slot, signedList);
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        requireRoom();
        super.keepNotes(notes);
    }

    void requireRoom() {
        if (isFull) {
            failures++;
            throw new ReaderMemoryException(ReaderMemoryException.Code.UNAVAILABLE, "no room");
        }
    }
}
