package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/** A wrong memory: one slot, emptied before it is written, which is what a flash page without a second one does. */
record OneSlot(ReaderMemory memory) implements ReaderMemory {
    @Override
    public Optional<Bytes> list(Slot slot) {
        return slot == Slot.FIRST ? memory.list(Slot.FIRST) : Optional.empty();
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        memory.keepList(Slot.FIRST, Bytes.EMPTY);
        memory.keepList(Slot.FIRST, signedList);
    }

    @Override
    public ReaderNotes notes() {
        return memory.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        memory.keepNotes(notes);
    }
}
