package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.testing.ForwardingMemory;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A wrong memory: one slot, erased before it is written, and as slow at that as a page of flash without a second one. */
final class OneSlot extends ForwardingMemory {
    private static final long ERASING_NANOS = 5_000_000;

    OneSlot(ReaderMemory memory) {
        super(memory);
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        return slot == Slot.FIRST ? super.list(Slot.FIRST) : Optional.empty();
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        super.keepList(Slot.FIRST, Bytes.EMPTY);
        LockSupport.parkNanos(ERASING_NANOS);
        super.keepList(Slot.FIRST, signedList);
    }
}
