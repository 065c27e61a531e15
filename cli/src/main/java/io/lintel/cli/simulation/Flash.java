package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.Optional;

/**
 * A reader's flash, whose power can go in the middle of a write: a slot then holds the old list, the new one, a part of it or
 * garbage; notes hold the old or the new ones. Once the power is gone nothing works until it {@linkplain #powerOn is back}.
 */
final class Flash implements ReaderMemory {
    private final ReaderMemory kept = ReaderMemory.inMemory();
    private final Chance chance;
    private int writesLeft = Integer.MAX_VALUE;
    private boolean powered = true;

    Flash(Chance chance) {
        this.chance = chance;
    }

    /** Lets the power go in the middle of a later write: of the next one, where no writes are left before it. */
    void failAfter(int writes) {
        writesLeft = writes;
    }

    boolean isPowered() {
        return powered;
    }

    void powerOn() {
        powered = true;
        writesLeft = Integer.MAX_VALUE;
    }

    @Override
    public Optional<Bytes> list(Slot slot) {
        requirePower();
        return kept.list(slot);
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        if (!isLast()) {
            kept.keepList(slot, signedList);
            return;
        }
        switch (chance.below(4)) {
            case 0 -> kept.keepList(slot, signedList);
            case 1 -> kept.keepList(slot, signedList.slice(0, chance.below(signedList.size())));
            case 2 -> kept.keepList(slot, chance.octets(signedList.size()));
            default -> {
                // The old list is still there.
            }
        }
        throw new PowerLost();
    }

    @Override
    public ReaderNotes notes() {
        requirePower();
        return kept.notes();
    }

    @Override
    public void keepNotes(ReaderNotes notes) {
        boolean last = isLast();
        if (!last || chance.happens(0.5)) {
            kept.keepNotes(notes);
        }
        if (last) {
            throw new PowerLost();
        }
    }

    private boolean isLast() {
        requirePower();
        powered = --writesLeft >= 0;
        return !powered;
    }

    private void requirePower() {
        if (!powered) {
            throw new PowerLost();
        }
    }
}
