package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderArtefactException;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderNotes;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderConfigurationTest {
    private final TestSite site = TestSite.of(Suite.X25519, 81);
    private final ReaderDraft door = site.reader();

    @TempDir
    Path temporary;

    @Test
    @Spec("TAP-11-49")
    void aReaderFindsWhatItTookLast() {
        assertTrue(open().load().isEmpty());

        assertTrue(take(artefact(1)));
        ReaderArtefact second = artefact(2);
        assertTrue(take(second));
        assertFalse(take(second));

        assertEquals(second.encode(), open().load().orElseThrow());
    }

    @Test
    void whatIsRefusedChangesNothing() {
        ReaderArtefact taken = artefact(5);
        take(taken);

        assertThrows(ReaderArtefactException.class, () -> take(artefact(4)));
        ReaderArtefact another = site.artefact(site.content(site.reader(), List.of()), 9);
        assertThrows(ReaderArtefactException.class, () -> take(another));

        assertEquals(taken.encode(), open().load().orElseThrow());
    }

    @Test
    @Spec("TAP-11-53")
    void whatAKeySignedThatTheReadersNotesHaveGivenUpIsNotKept() {
        ReaderArtefact taken = artefact(5);
        take(taken);
        try (FileReaderMemory memory = FileReaderMemory.open(temporary, site.project())) {
            memory.keepNotes(new ReaderNotes(TestSite.NOW, 7, 2, 0));

            ReaderArtefactException refused = assertThrows(ReaderArtefactException.class, () -> take(artefact(6)));
            assertEquals(ReaderArtefactException.Code.NOT_AUTHENTIC, refused.code());
            assertFalse(take(taken), "what it has it may have again");
        }

        assertEquals(taken.encode(), open().load().orElseThrow());
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws Exception {
        take(artefact(1));

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(temporary.resolve("reader.configuration"))));
    }

    @Test
    void aDamagedFileIsNoWayBack() throws Exception {
        take(artefact(5));
        Files.write(temporary.resolve("reader.configuration"), new byte[] {1, 2, 3});

        assertThrows(FileStoreException.Corrupt.class, () -> take(artefact(4)));
    }

    private FileReaderConfiguration open() {
        return FileReaderConfiguration.open(temporary);
    }

    private ReaderArtefact artefact(long revision) {
        return site.artefact(site.content(door, List.of()), revision);
    }

    private boolean take(ReaderArtefact artefact) {
        ReaderIdentity own = door.identity();
        try (SecretBytes octets = artefact.encode()) {
            ReaderArtefact opened = ReaderArtefact.open(octets, suite -> site.suite());
            return open().take(opened, new ReaderKeys(own.dh(), own.signing()), suite -> site.suite());
        }
    }
}
