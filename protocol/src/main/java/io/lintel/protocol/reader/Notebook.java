package io.lintel.protocol.reader;

import io.lintel.protocol.reader.ReaderMemoryException.Code;
import io.lintel.protocol.statement.RevocationList;
import java.time.Duration;
import java.time.Instant;

/**
 * The reader's {@link ReaderNotes}, and when they are written: seldom, because flash wears and writing takes time.
 * Thread-safe.
 */
final class Notebook {
    /** How far the clock's floor rises before it is worth a write of its own. */
    static final Duration FLOOR_STEP = Duration.ofHours(1);

    /** How many numbers of receipts one write reserves; a restart wastes at most as many. */
    static final int RECEIPTS_RESERVED = 64;

    private static final long LAST_NUMBER = 0xffff_ffffL;

    private final ReaderMemory memory;
    private ReaderNotes notes;
    private long receipts;
    private Instant floorTried;

    Notebook(ReaderMemory memory) {
        this.memory = memory;
        this.notes = memory.notes();
        this.receipts = notes.lastReceipt();
        this.floorTried = notes.clockFloor();
    }

    synchronized ReaderNotes notes() {
        return notes;
    }

    /** Notes a list whose slot is durable; the floor goes with it. */
    synchronized void noteList(RevocationList list) {
        write(new ReaderNotes(
                later(list.issued()),
                Math.max(notes.listEpoch(), list.listEpoch()),
                Math.max(notes.minimumIssuingEpoch(), list.minimumIssuingEpoch()),
                notes.lastReceipt()));
    }

    /** Notes the floor, if it is worth it. What failed is not tried again before the floor has risen by another step. */
    synchronized void noteFloor(Instant floor) {
        if (!floor.isBefore(later(floorTried).plus(FLOOR_STEP))) {
            floorTried = floor;
            write(new ReaderNotes(floor, notes.listEpoch(), notes.minimumIssuingEpoch(), notes.lastReceipt()));
        }
    }

    /** Returns a number that no receipt of this reader had before, also not one before a restart. */
    synchronized long nextReceipt() {
        if (receipts == LAST_NUMBER) {
            throw new ReaderMemoryException(
                    Code.EXHAUSTED,
                    "This reader has no numbers left for receipts. Make new keys for it and enroll it again.");
        }
        if (receipts == notes.lastReceipt()) {
            long reserved = Math.min(LAST_NUMBER, receipts + RECEIPTS_RESERVED);
            write(new ReaderNotes(notes.clockFloor(), notes.listEpoch(), notes.minimumIssuingEpoch(), reserved));
        }
        receipts++;
        return receipts;
    }

    private Instant later(Instant floor) {
        return floor.isAfter(notes.clockFloor()) ? floor : notes.clockFloor();
    }

    private void write(ReaderNotes newer) {
        memory.keepNotes(newer);
        notes = newer;
    }
}
