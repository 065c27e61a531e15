package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/** A memory that passes everything on to another one; what extends it does one thing in its own way. */
public abstract class ForwardingMemory implements ReaderMemory {
    private final ReaderMemory memory;

    /** Before a memory that lasts as long as this object. */
    protected ForwardingMemory() {
        this(ReaderMemory.inMemory());
    }

    /** Before {@code memory}. */
    protected ForwardingMemory(ReaderMemory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        return memory.list(slot);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        memory.keepList(slot, signedList);
    }

    @Override
    public ReaderNotes notes() {
        return memory.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        memory.keepNotes(notes);
    }

    @Override
    public boolean outlivesRestarts() {
        return memory.outlivesRestarts();
    }
}
