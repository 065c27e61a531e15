package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ReaderRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignReaderTest {
    private final Primitives primitives = Primitives.select(new SecureRandom());
    private final CryptoSuite suite = primitives.suite(Suite.X25519);
    private final DhKeyPair dh = suite.generateDhKeyPair();
    private final SigningKeyPair signing = suite.generateSigningKeyPair();

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void createSite() {
        terminal = new Terminal(directory);
        terminal.done("site", "create", "--suite", "X25519");
    }

    @Test
    void aReaderOfAnotherMakeGetsAConfigurationForTheKeysInItsRequestAndNothingElse() throws IOException {
        Files.write(directory.resolve("back.request"), request());

        enroll();

        assertEquals(List.of("reader.lintel"), names(directory.resolve("back")));
        byte[] octets = Files.readAllBytes(directory.resolve("back/reader.lintel"));
        try (SecretBytes encoded = SecretBytes.takeOwnership(octets);
                ReaderArtefact artefact = ReaderArtefact.open(encoded, primitives::suite)) {
            assertDoesNotThrow(() -> artefact.requireAcceptable(
                    dh.publicKey().encoded(), signing.publicKey().encoded(), Optional.empty()));
        }
        assertTrue(enroll().contains("was enrolled already"));
    }

    @Test
    void octetsThatAreNoRequestAreRefused() throws IOException {
        byte[] longer = Arrays.copyOf(request(), request().length + 1);
        for (byte[] octets : List.of(new byte[0], new byte[] {1, 2, 3}, longer, new byte[300])) {
            Files.write(directory.resolve("back.request"), octets);
            Printed printed = terminal.run("reader", "enroll", "--dir", "back", "--request", "back.request");
            assertEquals(3, printed.exitCode());
            assertTrue(printed.err().contains("back.request"), printed.err());
        }
    }

    @Test
    void aRequestThatDoesNotProveItsKeysIsRefused() throws IOException {
        byte[] forged = request();
        forged[forged.length - 1] ^= 1;
        Files.write(directory.resolve("back.request"), forged);

        assertEquals(
                1,
                terminal.run("reader", "enroll", "--dir", "back", "--request", "back.request")
                        .exitCode());
    }

    private byte[] request() {
        return ReaderRequest.make(suite, dh.publicKey(), signing).encoded().toByteArray();
    }

    private String enroll() {
        return terminal.done("reader", "enroll", "--name", "Back door", "--dir", "back", "--request", "back.request")
                .out();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
