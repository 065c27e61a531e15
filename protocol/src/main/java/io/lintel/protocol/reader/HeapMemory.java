package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A memory on the heap. Thread-safe. */
final class HeapMemory implements ReaderMemory {
    private final Map<Slot, Bytes> lists = new EnumMap<>(Slot.class);
    private ReaderNotes notes = ReaderNotes.NONE;

    @Override
    public synchronized Optional<Bytes> list(Slot slot) {
        return Optional.ofNullable(lists.get(slot));
    }

    @Override
    public synchronized void keepList(Slot slot, Bytes signedList) {
        lists.put(slot, signedList);
    }

    @Override
    public synchronized ReaderNotes notes() {
        return notes;
    }

    @Override
    public synchronized void keepNotes(ReaderNotes newer) {
        notes = newer;
    }
}
