package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/** Memories of readers that leave out one thing each, and say that they have kept it. */
abstract class CarelessMemory implements ReaderMemory {
    private final ReaderMemory real = ReaderMemory.inMemory();

    /** Keeps no list. */
    static ReaderMemory withoutLists() {
        return new CarelessMemory() {
            @Override
            public void keepList(Slot slot, Bytes signedList) {}
        };
    }

    /** Keeps all of the notes but the numbers of receipts. */
    static ReaderMemory withoutReceiptNumbers() {
        return new CarelessMemory() {
            @Override
            public void keepNotes(ReaderNotes notes) {
                super.keepNotes(new ReaderNotes(notes.clockFloor(), notes.listEpoch(), notes.minimumIssuingEpoch(), 0));
            }
        };
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        return real.list(slot);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        real.keepList(slot, signedList);
    }

    @Override
    public ReaderNotes notes() {
        return real.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        real.keepNotes(notes);
    }
}
