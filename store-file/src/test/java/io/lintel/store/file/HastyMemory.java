package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import io.lintel.protocol.testing.ForwardingMemory;

/** A wrong memory: it says that a list is kept and writes it when the next thing is to be kept, so that writes are fewer. */
final class HastyMemory extends ForwardingMemory {
    private Runnable later = () -> {};

    HastyMemory(ReaderMemory memory) {
        super(memory);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        later.run();
        later = () -> super.keepList(slot, signedList);
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        // With the list, some time.
        Runnable list = later;
        later = () -> {
            list.run();
            super.keepNotes(notes);
        };
    }
}
