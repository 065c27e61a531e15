package io.lintel.store.file;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.Parser;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What phones and readers keep in files, once their checksums were right, and the envelope around it: a value, or a typed refusal. */
class StoredFileFuzzTest {
    private static final Path FILE = Path.of("kept");
    private static final Primitives SUITES = Primitives.select(new SecureRandom());
    private static final List<Parser<byte[], ?>> FILES = List.of(
            file(ResumptionFile::decode),
            file(EnrolmentFile::decode),
            file(CertificatesFile::decode),
            file(MembershipFile::decode),
            file(FileUsageStore::decode),
            file(FileReaderMemory::notes),
            file((content, path) -> FilePendingActivations.decode(SUITES.suite(Suite.X25519), content, path)),
            file((content, path) -> FilePendingActivations.decode(SUITES.suite(Suite.P256), content, path)));
    private static final List<Parser<byte[], byte[]>> ENVELOPES = Stream.of(FileKind.values())
            .map(kind ->
                    Parser.<byte[], byte[]>of(file -> FileFormat.unwrap(kind, file, FILE), FileStoreException.class))
            .toList();

    @FuzzTest
    void itIsReadOrCorrupt(byte[] data) {
        isRead(data);
    }

    /** Returns whether it is the content of a file, or a file with its checksum, as a slot for a list is. */
    static boolean isRead(byte[] data) {
        return Stream.concat(FILES.stream(), ENVELOPES.stream())
                .map(parser -> parser.read(data, data.length))
                .toList()
                .stream()
                .anyMatch(Optional::isPresent);
    }

    private static <T> Parser<byte[], T> file(BiFunction<byte[], Path, T> decode) {
        return Parser.of(content -> decode.apply(content.clone(), FILE), FileStoreException.Corrupt.class);
    }
}
