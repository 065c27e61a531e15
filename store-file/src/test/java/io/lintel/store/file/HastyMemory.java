package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/** A wrong memory: it says that a list is kept and writes it when the next thing is to be kept, so that writes are fewer. */
final class HastyMemory implements ReaderMemory {
    private final ReaderMemory memory;
    private Runnable later = () -> {};

    HastyMemory(ReaderMemory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        return memory.list(slot);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        later.run();
        later = () -> memory.keepList(slot, signedList);
    }

    @Override
    public ReaderNotes notes() {
        return memory.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        // With the list, some time.
        Runnable list = later;
        later = () -> {
            list.run();
            memory.keepNotes(notes);
        };
    }
}
