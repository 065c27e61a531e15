package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory.Slot;
import io.lintel.protocol.reader.ReaderNotes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlashTest {
    private static final Bytes OLD = Bytes.of(1, 2, 3, 4);
    private static final Bytes NEW = Bytes.of(5, 6, 7, 8);

    @Test
    void aWriteThatIsCutOffLeavesTheOldTheNewAPartOrGarbageAndTheOtherSlotAlone() {
        Set<Optional<Bytes>> left = new HashSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Flash flash = new Flash(Chance.of(seed));
            flash.keepList(Slot.FIRST, OLD);
            flash.keepList(Slot.SECOND, OLD);
            flash.failAfter(0);

            assertThrows(PowerLost.class, () -> flash.keepList(Slot.SECOND, NEW));
            flash.powerOn();

            assertEquals(Optional.of(OLD), flash.list(Slot.FIRST));
            left.add(flash.list(Slot.SECOND));
        }
        assertTrue(left.containsAll(Set.of(Optional.of(OLD), Optional.of(NEW))), left.toString());
        assertTrue(left.size() > 3, "neither a part nor garbage was ever left: " + left);
    }

    @Test
    void nothingWorksUntilThePowerIsBack() {
        Flash flash = new Flash(Chance.of(1));
        flash.failAfter(1);
        flash.keepNotes(ReaderNotes.NONE);

        assertThrows(PowerLost.class, () -> flash.keepNotes(ReaderNotes.NONE));
        assertFalse(flash.isPowered());
        assertThrows(PowerLost.class, flash::notes);
        assertThrows(PowerLost.class, () -> flash.list(Slot.FIRST));
        flash.powerOn();
        assertEquals(ReaderNotes.NONE, flash.notes());
    }
}
