package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FileFormatTest {
    private static final Path PATH = Path.of("some", "file");
    private static final byte[] CONTENT = "what a wallet keeps".getBytes(StandardCharsets.US_ASCII);

    @Property
    void whatWasWrappedComesBack(@ForAll @Size(max = 300) byte[] content) {
        byte[] file = FileFormat.wrap(FileKind.ENROLMENT, content);

        assertArrayEquals(content, FileFormat.unwrap(FileKind.ENROLMENT, file, PATH));
    }

    @Test
    void everySingleBitFlipIsFound() {
        byte[] file = FileFormat.wrap(FileKind.ENROLMENT, CONTENT);
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(
                    FileStoreException.class, () -> FileFormat.unwrap(FileKind.ENROLMENT, damaged, PATH), "bit " + bit);
        }
    }

    @Test
    void everyTruncationIsFound() {
        byte[] file = FileFormat.wrap(FileKind.ENROLMENT, CONTENT);
        for (int length = 0; length < file.length; length++) {
            byte[] torn = Arrays.copyOf(file, length);
            FileStoreException.Corrupt damage = assertThrows(
                    FileStoreException.Corrupt.class, () -> FileFormat.unwrap(FileKind.ENROLMENT, torn, PATH));
            assertEquals("file-store.corrupt", damage.errorCode());
        }
    }

    @Test
    void anythingBehindTheChecksumIsFound() {
        byte[] file = FileFormat.wrap(FileKind.ENROLMENT, CONTENT);
        byte[] longer = Arrays.copyOf(file, file.length + 1);

        assertThrows(FileStoreException.Corrupt.class, () -> FileFormat.unwrap(FileKind.ENROLMENT, longer, PATH));
    }

    @Test
    void oneKindIsNeverTakenForAnother() {
        byte[] file = FileFormat.wrap(FileKind.RESUMPTION, CONTENT);

        assertThrows(FileStoreException.Corrupt.class, () -> FileFormat.unwrap(FileKind.ENROLMENT, file, PATH));
    }

    @Test
    void aNewerFormatIsToldApartFromDamage() {
        byte[] file = FileFormat.wrap(FileKind.ENROLMENT, CONTENT);
        file[6] = FileFormat.VERSION + 1;

        FileStoreException newer = assertThrows(
                FileStoreException.NewerFormat.class, () -> FileFormat.unwrap(FileKind.ENROLMENT, file, PATH));

        assertTrue(newer.getMessage().contains(PATH.toString()), newer.getMessage());
        assertTrue(newer.getMessage().contains("Use the release that wrote it"), newer.getMessage());
    }

    @Test
    void contentBeyondTheBoundIsRefused() {
        byte[] tooMuch = new byte[FileFormat.MAX_CONTENT_OCTETS + 1];

        assertThrows(IllegalArgumentException.class, () -> FileFormat.wrap(FileKind.ENROLMENT, tooMuch));
    }
}
