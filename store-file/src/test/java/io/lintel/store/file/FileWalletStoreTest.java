package io.lintel.store.file;

import static io.lintel.store.file.Samples.KEY;
import static io.lintel.store.file.Samples.OTHER_PROJECT;
import static io.lintel.store.file.Samples.PROJECT;
import static io.lintel.store.file.Samples.enrolment;
import static io.lintel.store.file.Samples.filled;
import static io.lintel.store.file.Samples.resumption;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.testing.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalletStoreTest {
    @TempDir
    Path temporary;

    private Path directory;
    private FileWalletStore store;

    @BeforeEach
    void open() {
        directory = temporary.resolve("wallet");
        store = FileWalletStore.open(directory);
    }

    @Test
    void anEmptyWalletHoldsNothing() {
        assertEquals(List.of(), store.enrolments());
        assertEquals(List.of(), store.readerCertificates(PROJECT, filled(4, 1)));
        assertEquals(Optional.empty(), store.resumption(KEY));
    }

    @Test
    void enrolmentsComeBackWholeAndOldestFirstAlsoInAnotherProcess() {
        Enrolment first = enrolment("Main gate", Optional.of(filled(300, 1)));
        Enrolment second = enrolment("Žižkov", Optional.empty());
        store.saveEnrolment(PROJECT, 9, first);
        store.saveEnrolment(OTHER_PROJECT, 1, second);

        assertEquals(List.of(first, second), FileWalletStore.open(directory).enrolments());
    }

    @Test
    void anEnrolmentTakesThePlaceOfOneWithTheSameProjectAndSerial() {
        Enrolment renewed = enrolment("renewed", Optional.empty());
        store.saveEnrolment(PROJECT, 1, enrolment("old", Optional.empty()));
        store.saveEnrolment(PROJECT, 2, enrolment("other", Optional.empty()));
        store.saveEnrolment(PROJECT, 1, renewed);

        List<String> names =
                store.enrolments().stream().map(Enrolment::displayName).toList();
        assertEquals(List.of("other", "renewed"), names);
    }

    @Test
    @Spec("TAP-8-14")
    void certificatesAreNewestFirstOnePerReaderKeyAndTheOldestOfNineLeaves() {
        Bytes tag = filled(4, 1);
        for (int reader = 1; reader <= 9; reader++) {
            store.saveReaderCertificate(PROJECT, tag, filled(32, reader), filled(190, reader));
        }
        store.saveReaderCertificate(PROJECT, tag, filled(32, 5), filled(190, 55));

        List<Bytes> certificates = store.readerCertificates(PROJECT, tag);

        assertEquals(WalletStore.MAX_CERTIFICATES_PER_TAG, certificates.size());
        assertEquals(filled(190, 55), certificates.get(0));
        assertEquals(filled(190, 9), certificates.get(1));
        assertFalse(certificates.contains(filled(190, 5)));
        assertFalse(certificates.contains(filled(190, 1)));
        assertEquals(List.of(), store.readerCertificates(OTHER_PROJECT, tag));
    }

    @Test
    void whatThePhoneCarriesIsReplacedErasedAndLostWhereItIsDamaged() throws IOException {
        store.saveCourierBag(PROJECT, filled(300, 1));
        store.saveCourierBag(PROJECT, filled(301, 2));
        assertEquals(
                Optional.of(filled(301, 2)), FileWalletStore.open(directory).courierBag(PROJECT));
        assertEquals(Optional.empty(), store.courierBag(OTHER_PROJECT));

        try (Stream<Path> files = Files.walk(directory)) {
            Path bag = files.filter(file -> file.toString().endsWith(".courier"))
                    .findFirst()
                    .orElseThrow();
            Files.write(bag, new byte[] {1, 2, 3});
        }
        assertEquals(Optional.empty(), store.courierBag(PROJECT));
        store.saveCourierBag(PROJECT, filled(10, 3));
        assertEquals(Optional.of(filled(10, 3)), store.courierBag(PROJECT));

        store.saveCourierBag(PROJECT, Bytes.EMPTY);
        assertEquals(Optional.empty(), store.courierBag(PROJECT));
    }

    @Test
    void aRatchetIsReplacedOnlyIfNobodyElseDidInTheMeantime() {
        Resumption first = resumption(1, 0, 0);
        Resumption second = resumption(2, 0, 1);

        assertTrue(store.replaceResumption(KEY, 0, first));
        assertFalse(store.replaceResumption(KEY, 0, resumption(1, 9, 3)));
        assertTrue(store.replaceResumption(KEY, 1, second));
        assertFalse(store.replaceResumption(KEY, 1, resumption(2, 9, 3)));

        assertEquals(Optional.of(second), FileWalletStore.open(directory).resumption(KEY));
        assertThrows(IllegalArgumentException.class, () -> store.replaceResumption(KEY, 2, resumption(2, 0, 2)));
    }

    @Test
    @Spec("TAP-5.2-10")
    void anEmptiedRatchetKeepsItsRevision() {
        Resumption emptied = new Resumption(2, Optional.empty());
        store.replaceResumption(KEY, 0, resumption(1, 0, 0));

        assertTrue(store.replaceResumption(KEY, 1, emptied));

        assertEquals(Optional.of(emptied), store.resumption(KEY));
    }

    @Test
    @Spec("TAP-5.2-7")
    void everySecretIsWhereBackupsDoNotLook() throws IOException {
        Path kept = temporary.resolve("kept");
        Path notBackedUp = temporary.resolve("not-backed-up");
        FileWalletStore apart = FileWalletStore.open(kept, notBackedUp);
        Enrolment enrolment = enrolment("secret", Optional.empty());
        apart.saveEnrolment(PROJECT, 1, enrolment);
        apart.replaceResumption(KEY, 0, resumption(1, 0, 0));
        apart.saveReaderCertificate(PROJECT, filled(4, 1), filled(32, 1), filled(190, 1));

        assertEquals(List.of(".lock", ".readers"), suffixes(kept));
        assertEquals(List.of(".TAG", ".enrolment", ".lock", ".ratchet"), suffixes(notBackedUp));
        assertTrue(Files.readString(notBackedUp.resolve("CACHEDIR.TAG"))
                .startsWith("Signature: 8a477f597d28d172789f06886806bc55"));
    }

    @Test
    void aWalletInOneDirectoryKeepsItsSecretsInNoBackup() throws IOException {
        store.saveEnrolment(PROJECT, 1, enrolment("secret", Optional.empty()));
        store.replaceResumption(KEY, 0, resumption(1, 0, 0));

        assertEquals(0, count(directory, ".enrolment"));
        assertEquals(0, count(directory, ".ratchet"));
        assertEquals(1, count(directory.resolve("no-backup"), ".enrolment"));
        assertEquals(1, count(directory.resolve("no-backup"), ".ratchet"));
    }

    @Test
    void aRatchetWrittenOverInPlaceFromABackupDoesNotCount() throws IOException {
        store.replaceResumption(KEY, 0, resumption(1, 0, 0));
        Path file = only(directory.resolve("no-backup"), ".ratchet");
        byte[] backup = Files.readAllBytes(file);
        store.replaceResumption(KEY, 1, resumption(2, 0, 1));

        Files.write(file, backup);

        assertEquals(Optional.of(new Resumption(1, Optional.empty())), store.resumption(KEY));
    }

    @Test
    @Spec("TAP-5.2-7")
    void aRatchetPutBackAsANewFileDoesNotCount() throws IOException {
        store.replaceResumption(KEY, 0, resumption(1, 0, 0));
        Path file = only(directory.resolve("no-backup"), ".ratchet");
        byte[] backup = Files.readAllBytes(file);
        Files.move(file, temporary.resolve("so that its inode is not given out again"));

        Files.write(file, backup);

        assertEquals(Optional.of(new Resumption(1, Optional.empty())), store.resumption(KEY));
    }

    @Test
    void aCopyOfAWalletTapsColdAndTheOriginalDoesNot() throws IOException {
        store.replaceResumption(KEY, 0, resumption(1, 0, 1));
        Path copied = temporary.resolve("copy");
        copy(directory, copied);

        FileWalletStore copy = FileWalletStore.open(copied);

        assertEquals(Optional.of(new Resumption(1, Optional.empty())), copy.resumption(KEY));
        assertEquals(Optional.of(resumption(1, 0, 1)), store.resumption(KEY));
        assertTrue(copy.replaceResumption(KEY, 1, resumption(2, 5, 0)));
        assertEquals(Optional.of(resumption(2, 5, 0)), copy.resumption(KEY));
    }

    @Test
    void aDamagedEnrolmentLeavesTheOthersAndIsNamed() throws IOException {
        Enrolment good = enrolment("good", Optional.empty());
        Enrolment next = enrolment("next", Optional.empty());
        store.saveEnrolment(PROJECT, 1, enrolment("damaged", Optional.empty()));
        Path file = only(directory.resolve("no-backup"), ".enrolment");
        byte[] octets = damage(file);
        store.saveEnrolment(PROJECT, 2, good);
        store.saveEnrolment(PROJECT, 3, next);

        assertEquals(List.of(good, next), store.enrolments());

        UnreadableEnrolment unreadable = store.unreadableEnrolments().get(0);
        assertEquals(1, store.unreadableEnrolments().size());
        assertEquals(file.toAbsolutePath(), unreadable.file());
        assertTrue(unreadable.reason().contains("put back a good copy"), unreadable.reason());
        assertArrayEquals(octets, Files.readAllBytes(file));
    }

    @Test
    void activatingAgainReplacesADamagedEnrolment() throws IOException {
        Enrolment again = enrolment("again", Optional.empty());
        store.saveEnrolment(PROJECT, 1, enrolment("damaged", Optional.empty()));
        damage(only(directory.resolve("no-backup"), ".enrolment"));

        store.saveEnrolment(PROJECT, 1, again);

        assertEquals(List.of(again), store.enrolments());
        assertEquals(List.of(), store.unreadableEnrolments());
    }

    @Test
    void aTornRatchetIsNeverTakenForNoRatchet() throws IOException {
        store.replaceResumption(KEY, 0, resumption(1, 0, 3));
        Path file = only(directory.resolve("no-backup"), ".ratchet");
        Files.write(file, new byte[0]);

        assertThrows(WalletStoreException.class, () -> store.resumption(KEY));
        assertThrows(WalletStoreException.class, () -> store.replaceResumption(KEY, 0, resumption(1, 0, 0)));
    }

    @Test
    void aFileOfANewerFormatIsToldApart() throws IOException {
        store.replaceResumption(KEY, 0, resumption(1, 0, 0));
        Path file = only(directory.resolve("no-backup"), ".ratchet");
        byte[] octets = Files.readAllBytes(file);
        octets[6] = 2;
        Files.write(file, octets);

        WalletStoreException newer = assertThrows(WalletStoreException.class, () -> store.resumption(KEY));

        assertEquals(WalletStoreException.Code.UNKNOWN_FORMAT, newer.code());
    }

    @Test
    void aDirectoryThatCannotBeHadIsAClearError() throws IOException {
        Path inTheWay = Files.writeString(temporary.resolve("file"), "in the way");

        WalletStoreException refused =
                assertThrows(WalletStoreException.class, () -> FileWalletStore.open(inTheWay.resolve("wallet")));

        assertEquals(WalletStoreException.Code.UNAVAILABLE, refused.code());
    }

    private static byte[] damage(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        return Files.readAllBytes(Files.write(file, octets));
    }

    /** What the names of the files end with, sorted; the lock's is its name. */
    private static List<String> suffixes(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> "." + file.getFileName())
                    .map(name -> name.substring(name.lastIndexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    private static Path only(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long count(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).count();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }
}
