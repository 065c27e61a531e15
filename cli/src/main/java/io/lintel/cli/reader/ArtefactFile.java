package io.lintel.cli.reader;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderArtefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the site tells a reader, in a file that only its owner can read: it holds the project key. The reader's own keys are
 * in another file beside it, which the reader makes itself.
 */
final class ArtefactFile {
    /** The name of the file that {@code reader enroll} and {@code reader update} write. */
    static final String NAME = "reader.lintel";

    private ArtefactFile() {}

    static void write(Path file, ReaderArtefact artefact) {
        try (SecretBytes encoded = artefact.encode()) {
            byte[] octets = encoded.copy();
            try {
                TextFile.writeSecret(file, octets);
            } finally {
                Arrays.fill(octets, (byte) 0);
            }
        }
    }

    /** Reads and verifies a file; the caller closes what it gets. */
    static ReaderArtefact read(Shell shell, Path file) {
        try {
            if (Files.size(file) > ReaderArtefact.MAX_SIZE_BYTES) {
                throw unusable(file, "is too long");
            }
            try (SecretBytes encoded = SecretBytes.takeOwnership(Files.readAllBytes(file))) {
                return ReaderArtefact.open(encoded, shell.primitives()::suite);
            }
        } catch (NoSuchFileException e) {
            throw unusable(file, "is not there");
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static CommandFailure unusable(Path file, String why) {
        return CommandFailure.environment(
                "cli.reader-artefact",
                "The reader's artefact " + file + " " + why
                        + ". Write it again with: lintel reader update, or enroll the"
                        + " reader first: lintel reader enroll --dir DIR");
    }
}
