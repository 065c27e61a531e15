package io.lintel.store.file;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderArtefactException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration that a reader took last, in a file that only its owner can read: what it starts from, and what it goes
 * back behind no more. Replaced whole and durably, or not at all. Thread-safe; several processes agree on the newest.
 *
 * <p>Throws {@link FileStoreException} where the file cannot be read or written.
 */
public final class FileReaderConfiguration {
    private static final String NAME = "reader.configuration";

    private final DurableDirectory directory;
    private final DirectoryLock lock;

    private FileReaderConfiguration(DurableDirectory directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory);
    }

    /** Opens the configuration in {@code directory}, which is made if it is not there. */
    public static FileReaderConfiguration open(Path directory) {
        return open(directory, new SystemDisk());
    }

    static FileReaderConfiguration open(Path directory, Disk disk) {
        return new FileReaderConfiguration(DurableDirectory.open(directory, disk));
    }

    /** The octets of the configuration that the reader took last; the caller closes them. */
    public Optional<SecretBytes> load() {
        return directory.read(FileKind.READER_CONFIGURATION, NAME).map(SecretBytes::takeOwnership);
    }

    /**
     * Takes a configuration if it is acceptable after the one that is kept, and by the minimum issuing epoch that a {@link
     * FileReaderMemory} in the same directory has noted. It is durable when this returns.
     *
     * @param candidate what was verified
     * @param keys the reader's own
     * @param suites the functions of a suite
     * @return whether it replaced another, or was the first; false where it is the one that is kept
     * @throws ReaderArtefactException where the reader must not take it; nothing has changed then
     */
    public boolean take(ReaderArtefact candidate, ReaderKeys keys, Function<Suite, CryptoSuite> suites) {
        return lock.whileHeld(() -> {
            Optional<SecretBytes> kept = load();
            Optional<ReaderArtefact> accepted = kept.map(octets -> ReaderArtefact.open(octets, suites));
            try (SecretBytes octets = candidate.encode()) {
                candidate.requireAcceptable(
                        keys.dh().publicKey().encoded(),
                        keys.signing().publicKey().encoded(),
                        accepted,
                        FileReaderMemory.minimumIssuingEpoch(
                                directory, candidate.trust().project()));
                if (kept.isPresent() && kept.get().equals(octets)) {
                    return false;
                }
                write(octets);
                return true;
            } finally {
                kept.ifPresent(SecretBytes::close);
                accepted.ifPresent(ReaderArtefact::close);
            }
        });
    }

    private void write(SecretBytes octets) {
        byte[] content = octets.copy();
        try {
            directory.write(FileKind.READER_CONFIGURATION, NAME, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }
}
