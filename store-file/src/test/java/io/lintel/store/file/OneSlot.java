package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A wrong memory: one slot, erased before it is written, and as slow at that as a page of flash without a second one. */
record OneSlot(ReaderMemory memory) implements ReaderMemory {
    private static final long ERASING_NANOS = 5_000_000;

    @Override
    public Optional<Bytes> list(Slot slot) {
        return slot == Slot.FIRST ? memory.list(Slot.FIRST) : Optional.empty();
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        memory.keepList(Slot.FIRST, Bytes.EMPTY);
        LockSupport.parkNanos(ERASING_NANOS);
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
