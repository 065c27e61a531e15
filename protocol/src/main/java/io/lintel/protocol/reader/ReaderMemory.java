package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import java.util.Optional;

/**
 * What a reader keeps over a restart, beside its keys and its configuration: two slots for revocation lists, and its {@link
 * ReaderNotes} ({@code spec/revocation.md}, "Slots"). One reader owns it and calls one method at a time.
 *
 * <p>Every write is durable when it returns. Whatever is interrupted, whether by an exception or by the end of power, leaves
 * all that was not being written as it was.
 *
 * <p>Throws {@link ReaderMemoryException} where the storage fails.
 */
public interface ReaderMemory {
    /** One of the two places for a list. */
    enum Slot {
        FIRST,
        SECOND;

        /** Returns the other place. */
        public Slot other() {
            return this == FIRST ? SECOND : FIRST;
        }
    }

    /** Returns the octets in a slot; empty where it was never written, or where what is there is not whole. */
    Optional<Bytes> list(Slot slot);

    /** Replaces a slot whole. Interrupted, it may leave the old octets, the new ones or anything else in that slot. */
    void keepList(Slot slot, Bytes signedList);

    /** Returns the notes kept last, or {@link ReaderNotes#NONE} where there were never any. */
    ReaderNotes notes();

    /** Replaces the notes whole. Interrupted, it leaves the old notes or the new ones. */
    void keepNotes(ReaderNotes notes);

    /**
     * Returns whether what is kept is there after a restart. A reader without such a memory begins each time with the list of
     * its configuration, so it can promise nothing and gives no receipts.
     */
    default boolean outlivesRestarts() {
        return true;
    }

    /** Returns a memory that lasts as long as the object: for tests and simulations, which restart a reader on it. */
    static ReaderMemory inMemory() {
        return new HeapMemory();
    }

    /** Returns the memory of a reader that has none: it keeps nothing, and its reader gives no receipts. */
    static ReaderMemory none() {
        return NoMemory.NONE;
    }
}
