package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderMemory.Slot;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderNotes;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderMemoryTest {
    private final TestSite site = TestSite.of(Suite.X25519, 82);
    private final ReaderDraft door = site.reader();

    @TempDir
    Path temporary;

    @Test
    void whatIsKeptIsThereAfterARestart() {
        ReaderNotes notes = new ReaderNotes(TestSite.NOW, 7, 3, 64);
        try (FileReaderMemory memory = open()) {
            assertEquals(Optional.empty(), memory.list(Slot.FIRST));
            assertEquals(ReaderNotes.NONE, memory.notes());
            memory.keepList(Slot.FIRST, Bytes.of(1));
            memory.keepList(Slot.SECOND, Bytes.of(2));
            memory.keepNotes(notes);
        }
        try (FileReaderMemory memory = open()) {
            assertEquals(Optional.of(Bytes.of(1)), memory.list(Slot.FIRST));
            assertEquals(Optional.of(Bytes.of(2)), memory.list(Slot.SECOND));
            assertEquals(notes, memory.notes());
            assertTrue(memory.outlivesRestarts());
        }
    }

    @Test
    void aReaderGoesOnWithItsListAndItsNumbers() {
        try (FileReaderMemory memory = open()) {
            Reader reader = door.memory(memory).start();
            reader.install(site.list(7).bytes(), TestSite.NOW);
            assertEquals(1, number(reader));
        }
        try (FileReaderMemory memory = open()) {
            Reader reader = door.memory(memory).start();
            assertEquals(Optional.of(site.list(7)), reader.listInForce());
            assertTrue(number(reader) > 1);
        }
    }

    @Test
    void aDamagedSlotIsAnEmptyOne() throws IOException {
        try (FileReaderMemory memory = open()) {
            memory.keepList(Slot.FIRST, Bytes.of(1));
            Files.write(file("first.list"), new byte[] {1, 2, 3});

            assertEquals(Optional.empty(), memory.list(Slot.FIRST));
            memory.keepList(Slot.FIRST, Bytes.of(4));
            assertEquals(Optional.of(Bytes.of(4)), memory.list(Slot.FIRST));
        }
    }

    @Test
    void damagedNotesAreNoWayBack() throws IOException {
        try (FileReaderMemory memory = open()) {
            memory.keepNotes(new ReaderNotes(TestSite.NOW, 7, 1, 0));
            Files.write(file("reader.notes"), new byte[] {1, 2, 3});

            ReaderMemoryException refused = assertThrows(
                    ReaderMemoryException.class, () -> door.memory(memory).start());
            assertEquals("reader-memory.corrupt", refused.errorCode());
        }
    }

    @Test
    void notesOfAReleaseThatNotedNoMinimumAreRead() throws IOException {
        try (FileReaderMemory memory = open();
                ContentWriter before = new ContentWriter()) {
            before.int64(TestSite.NOW.getEpochSecond()).int64(7).int64(64);
            Files.write(file("reader.notes"), FileFormat.wrap(FileKind.READER_NOTES, before.content()));

            assertEquals(new ReaderNotes(TestSite.NOW, 7, 1, 64), memory.notes());
        }
    }

    @Test
    void oneReaderHasItUntilItIsClosed() {
        FileReaderMemory first = open();
        ReaderMemoryException refused = assertThrows(ReaderMemoryException.class, this::open);
        assertEquals(ReaderMemoryException.Code.UNAVAILABLE, refused.code());
        first.keepList(Slot.FIRST, Bytes.of(1));
        first.close();

        try (FileReaderMemory second = open()) {
            assertThrows(ReaderMemoryException.class, () -> first.keepList(Slot.FIRST, Bytes.of(2)));
            assertEquals(Optional.of(Bytes.of(1)), second.list(Slot.FIRST));
        }
    }

    @Test
    void anotherProjectHasAMemoryOfItsOwn() {
        TestSite other = TestSite.of(Suite.X25519, 83);
        try (FileReaderMemory memory = open();
                FileReaderMemory others = FileReaderMemory.open(temporary, other.project())) {
            memory.keepList(Slot.FIRST, Bytes.of(1));
            assertEquals(Optional.empty(), others.list(Slot.FIRST));
        }
    }

    @Test
    void onlyItsOwnerReadsTheFiles() throws IOException {
        try (FileReaderMemory memory = open()) {
            memory.keepList(Slot.FIRST, Bytes.of(1));
            memory.keepNotes(ReaderNotes.NONE);
        }
        try (Stream<Path> files = Files.list(file("reader.notes").getParent())) {
            for (Path each : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
    }

    private FileReaderMemory open() {
        return FileReaderMemory.open(temporary, site.project());
    }

    private Path file(String name) {
        return temporary.resolve("lists-" + site.project().value().toHex()).resolve(name);
    }

    private static long number(Reader reader) {
        return reader.receipt(TestSite.NOW).orElseThrow().value().number();
    }
}
