package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilePendingActivationsTest {
    private static final String CODE = "0123456789abcdefghij";
    private static final Bytes MANAGER = Samples.filled(32, 13);

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path wallet;

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-12-29")
    void anActivationGoesOnWithTheSameKeyAndRequestAfterARestart(Suite id) {
        CryptoSuite suite = suite(id);
        PendingActivation begun = begin(suite, CODE);

        PendingActivation again = begin(suite, CODE);

        assertEquals(begun.requestId(), again.requestId());
        assertEquals(
                begun.holder().publicKey().encoded(), again.holder().publicKey().encoded());
    }

    @Test
    void anotherCodeGetsAnotherKeyAndRequest() {
        CryptoSuite suite = suite(Suite.X25519);
        PendingActivation one = begin(suite, CODE);
        PendingActivation other = begin(suite, "abcdefghij0123456789");

        assertNotEquals(one.requestId(), other.requestId());
        assertNotEquals(
                one.holder().publicKey().encoded(), other.holder().publicKey().encoded());
    }

    @Test
    void whatHasEndedIsForgotten() {
        CryptoSuite suite = suite(Suite.X25519);
        PendingActivation begun = begin(suite, CODE);
        FilePendingActivations.open(wallet).end(suite, MANAGER, CODE);
        FilePendingActivations.open(wallet).end(suite, MANAGER, CODE);

        assertNotEquals(begun.requestId(), begin(suite, CODE).requestId());
    }

    @Test
    void theSameCodeAtAnotherManagerIsAnotherActivation() {
        CryptoSuite suite = suite(Suite.X25519);
        PendingActivation begun = begin(suite, CODE);
        FilePendingActivations pending = FilePendingActivations.open(wallet);
        Bytes elsewhere = Samples.filled(32, 14);
        assertNotEquals(
                begun.requestId(),
                pending.begin(suite, elsewhere, CODE, this::requestId).requestId());
        pending.end(suite, elsewhere, CODE);
        assertEquals(begun.requestId(), begin(suite, CODE).requestId());
    }

    @Test
    @Requirement("ACT-19")
    @Spec("TAP-12-29")
    void noFileHoldsTheCode() throws IOException {
        begin(suite(Suite.X25519), CODE).close();

        for (Path file : files()) {
            assertFalse(file.toString().contains(CODE));
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(CODE));
        }
    }

    @Test
    void theHolderKeyIsWhereBackupsDoNotLook() throws IOException {
        begin(suite(Suite.X25519), CODE).close();

        for (Path file : files()) {
            assertEquals(wallet.resolve("no-backup"), file.getParent());
        }
    }

    @Test
    void aDamagedFileIsAnErrorAndStays() throws IOException {
        begin(suite(Suite.X25519), CODE).close();
        Path file = files().stream()
                .filter(path -> path.toString().endsWith(".activation"))
                .findFirst()
                .orElseThrow();
        byte[] octets = Files.readAllBytes(file);
        octets[octets.length / 2] ^= 1;
        Files.write(file, octets);

        assertThrows(FileStoreException.Corrupt.class, () -> begin(suite(Suite.X25519), CODE));
        assertTrue(Files.exists(file));
    }

    private PendingActivation begin(CryptoSuite suite, String code) {
        return FilePendingActivations.open(wallet).begin(suite, MANAGER, code, this::requestId);
    }

    private Bytes requestId() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    private CryptoSuite suite(Suite id) {
        return Primitives.select(random).suite(id);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(wallet)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
