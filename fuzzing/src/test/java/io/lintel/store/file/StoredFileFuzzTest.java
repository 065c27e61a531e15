package io.lintel.store.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.fuzzing.Parser;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** What a phone keeps in files, once their checksums were right: a value, or a file that is corrupt. */
class StoredFileFuzzTest {
    private static final Path FILE = Path.of("kept");
    private static final List<Parser<byte[], ?>> FILES = List.of(
            file(ResumptionFile::decode),
            file(EnrolmentFile::decode),
            file(CertificatesFile::decode),
            file(MembershipFile::decode));

    @FuzzTest
    void itIsReadOrCorrupt(byte[] data) {
        FILES.forEach(file -> file.read(data, data.length));
    }

    private static <T> Parser<byte[], T> file(BiFunction<byte[], Path, T> decode) {
        return Parser.of(content -> decode.apply(content.clone(), FILE), FileStoreException.Corrupt.class);
    }
}
