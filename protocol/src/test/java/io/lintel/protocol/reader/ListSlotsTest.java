package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderMemory.Slot;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which list a reader enforces, whatever happens to it and to its memory ({@code spec/revocation.md}, "Slots"). */
@Spec("TAP-9-1")
class ListSlotsTest {
    private static final Bytes DAMAGED = Bytes.of(1, 2, 3);

    private final TestSite site = TestSite.of(Suite.X25519, 61);
    private final ReaderMemory memory = ReaderMemory.inMemory();
    private final ReaderDraft door = site.reader().memory(memory).withoutList();

    @Test
    @Spec({"LIST-5-8", "LIST-5-9"})
    void aListOutlivesARestart() {
        install(door.start(), 7);

        assertEquals(Optional.of(site.list(7)), door.start().listInForce());
        assertFalse(install(door.start(), 6));
    }

    @Test
    @Spec("LIST-5-6")
    void aNewListTakesTheSlotThatIsNotInForce() {
        Reader reader = door.start();
        install(reader, 3);
        install(reader, 5);
        install(reader, 8);
        install(door.start(), 9);

        assertEquals(Optional.of(site.list(8).bytes()), memory.list(Slot.FIRST));
        assertEquals(Optional.of(site.list(9).bytes()), memory.list(Slot.SECOND));
    }

    @Test
    @Spec("LIST-5-1")
    void aSlotThatWasCutOffIsPassedOverAndWrittenNext() {
        install(door.start(), 3);
        memory.keepList(Slot.SECOND, DAMAGED);

        Reader restarted = door.start();

        assertEquals(Optional.of(site.list(3)), restarted.listInForce());
        install(restarted, 4);
        assertEquals(Optional.of(site.list(4).bytes()), memory.list(Slot.SECOND));
    }

    @Test
    @Spec({"LIST-5-5", "LIST-5-7", "LIST-5-10"})
    void aListThatIsLostDoesNotComeBackOlder() {
        Reader reader = door.start();
        install(reader, 3);
        install(reader, 5);
        memory.keepList(Slot.SECOND, DAMAGED);

        Reader restarted = door.start();

        assertEquals(Optional.empty(), restarted.listInForce());
        assertFalse(install(restarted, 4));
        assertTrue(install(restarted, 5));
    }

    @Test
    @Spec({"LIST-5-7", "LIST-5-13"})
    void aListThatIsLostBringsNoKeyBackThatItGaveUp() {
        install(door.start(), 3);
        Reader reader = door.start();
        assertTrue(reader.install(givingUpTheFirstKey(5).bytes(), TestSite.NOW));
        memory.keepList(Slot.SECOND, DAMAGED);

        Reader restarted = door.start();

        assertEquals(2, memory.notes().minimumIssuingEpoch());
        assertEquals(Optional.empty(), restarted.listInForce());
        Bytes forged = site.list(9).bytes(); // whoever has the first key signs what he likes
        assertThrows(StatementException.class, () -> restarted.install(forged, TestSite.NOW));
        assertEquals(Optional.empty(), door.list(site.list(9)).start().listInForce());
    }

    @Test
    @Spec("LIST-5-11")
    void notesThatAreBehindTheMinimumOfTheirListCatchUp() {
        memory.keepList(Slot.FIRST, givingUpTheFirstKey(5).bytes());
        memory.keepNotes(new ReaderNotes(TestSite.NOW, 5, 1, 64)); // as a release left them that did not note it

        door.start();

        assertEquals(new ReaderNotes(TestSite.NOW, 5, 2, 64), memory.notes());
    }

    private Signed<RevocationList> givingUpTheFirstKey(long epoch) {
        RevocationList list = site.list(epoch).value();
        return site.sign(new RevocationList(
                list.project(),
                list.issuingEpoch(),
                list.listEpoch(),
                list.minimumKeyEpoch(),
                2,
                list.issued(),
                list.expires(),
                list.revokedReaderKeys(),
                list.revoked(),
                list.group()));
    }

    @Test
    @Spec("LIST-5-11")
    void whatWasKeptButNotYetNotedIsInForceAfterTheRestart() {
        install(door.start(), 3);
        memory.keepList(Slot.SECOND, site.list(4).bytes());

        assertEquals(Optional.of(site.list(4)), door.start().listInForce());
        assertEquals(4, memory.notes().listEpoch());
    }

    @Test
    @Spec("LIST-5-12")
    void aConfigurationBringsItsListIfThatIsNewer() {
        install(door.start(), 5);

        assertEquals(Optional.of(site.list(5)), door.list(site.list(4)).start().listInForce());
        assertEquals(Optional.of(site.list(6)), door.list(site.list(6)).start().listInForce());
        assertEquals(Optional.of(site.list(6)), door.list(site.list(2)).start().listInForce());
    }

    @Test
    @Spec("LIST-5-4")
    void aListForAnotherGroupIsRefused() {
        Reader reader = door.start();
        install(reader, 2);

        assertTrue(reader.install(forGroup(3, 1).bytes(), TestSite.NOW));
        assertThrows(
                StatementException.class, () -> reader.install(forGroup(4, 2).bytes(), TestSite.NOW));
        assertEquals(Optional.of(forGroup(3, 1)), reader.listInForce());
        assertThrows(
                IllegalArgumentException.class, () -> door.list(forGroup(9, 2)).start());
    }

    @Test
    void aReaderOfOtherGroupsThanBeforeDoesNotGoByTheListOfItsOldOne() {
        door.start().install(forGroup(3, 1).bytes(), TestSite.NOW);
        ReaderDraft moved = site.reader().memory(memory).withoutList().groups(Set.of(1, 2));

        Reader reader = moved.start();

        assertEquals(Optional.empty(), reader.listInForce());
        assertFalse(install(reader, 2));
        assertTrue(install(reader, 4));
    }

    @Test
    @Spec("LIST-5-16")
    void aReaderWithoutMemoryBeginsWithItsConfigurationAndPromisesNothing() {
        ReaderDraft forgetful = site.reader().memory(ReaderMemory.none()).list(site.list(2));
        install(forgetful.start(), 7);

        Reader restarted = forgetful.start();

        assertEquals(Optional.of(site.list(2)), restarted.listInForce());
        assertEquals(Optional.empty(), restarted.receipt(TestSite.NOW));
    }

    private boolean install(Reader reader, long epoch) {
        return reader.install(site.list(epoch).bytes(), TestSite.NOW);
    }

    private Signed<RevocationList> forGroup(long epoch, int group) {
        return site.sign(new RevocationList(
                site.project(),
                1,
                epoch,
                1,
                1,
                TestSite.NOW,
                TestSite.NOW.plus(Duration.ofDays(7)),
                Set.of(),
                CodedSerials.of(1, SerialSet.EMPTY),
                group));
    }
}
