package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileReaderKeysTest {
    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderMakesItsKeysOnceAndFindsThemAgain(Suite id) {
        CryptoSuite suite = PRIMITIVES.suite(id);
        ReaderKeys made = FileReaderKeys.open(temporary).loadOrMake(suite);

        ReaderKeys found = FileReaderKeys.open(temporary).loadOrMake(suite);

        assertEquals(made.dh().publicKey().encoded(), found.dh().publicKey().encoded());
        Bytes message = Bytes.utf8("a receipt");
        Bytes signature = suite.sign(found.signing().privateKey(), message);
        assertTrue(suite.verify(made.signing().publicKey(), message, signature));
        assertEquals(
                suite.agree(made.dh().privateKey(), made.dh().publicKey()),
                suite.agree(found.dh().privateKey(), found.dh().publicKey()));
    }

    @Test
    void aReaderWithoutKeysHasNone() {
        assertTrue(FileReaderKeys.open(temporary)
                .load(PRIMITIVES.suite(Suite.X25519))
                .isEmpty());
    }

    @Test
    void aResetMeansNewKeys() {
        CryptoSuite suite = PRIMITIVES.suite(Suite.X25519);
        FileReaderKeys keys = FileReaderKeys.open(temporary);
        Bytes before = keys.loadOrMake(suite).dh().publicKey().encoded();

        Bytes after = keys.reset(suite).dh().publicKey().encoded();

        assertNotEquals(before, after);
        assertEquals(
                Optional.of(after),
                keys.load(suite).map(found -> found.dh().publicKey().encoded()));
    }

    @Test
    void keysOfAnotherSuiteAreNotTaken() {
        FileReaderKeys keys = FileReaderKeys.open(temporary);
        keys.loadOrMake(PRIMITIVES.suite(Suite.X25519));

        FileStoreException refused =
                assertThrows(FileStoreException.class, () -> keys.loadOrMake(PRIMITIVES.suite(Suite.P256)));

        assertTrue(refused.getMessage().contains("suite 1"), refused.getMessage());
    }

    @Test
    void damagedKeysAreNotReplacedByNewOnes() throws IOException {
        CryptoSuite suite = PRIMITIVES.suite(Suite.X25519);
        FileReaderKeys keys = FileReaderKeys.open(temporary);
        keys.loadOrMake(suite);
        Path file = temporary.resolve("reader.keys");
        byte[] octets = Files.readAllBytes(file);
        octets[20] ^= 1;
        Files.write(file, octets);

        assertThrows(FileStoreException.Corrupt.class, () -> keys.loadOrMake(suite));
        assertEquals(octets.length, Files.size(file));
    }
}
