package io.lintel.cli.reader;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.store.file.FileReaderConfiguration;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.FileReaderMemory;
import io.lintel.store.file.ReaderKeys;
import java.nio.file.Path;
import java.util.Optional;

/** What a reader keeps of its own: the keys that it made, and the configuration that it took last. */
final class KeptConfiguration {
    private final Shell shell;
    private final Path directory;
    private final FileReaderConfiguration file;

    KeptConfiguration(Shell shell, Path directory) {
        this.shell = shell;
        this.directory = directory;
        this.file = FileReaderConfiguration.open(directory);
    }

    ReaderKeys keys(Suite suite) {
        return FileReaderKeys.open(directory)
                .load(shell.primitives().suite(suite))
                .orElseThrow(() -> CommandFailure.environment(
                        "cli.no-reader-keys",
                        "There are no reader's keys in " + directory + ". Let the reader make them there: lintel reader"
                                + " enroll --dir " + directory));
    }

    /** The lists of that configuration's project, and the notes beside them; the caller closes it. */
    FileReaderMemory memory(ReaderArtefact told) {
        return FileReaderMemory.open(directory, told.trust().project());
    }

    /** Keeps a configuration from now on, or throws: then the reader must not take it, and keeps what it has. */
    void take(ReaderArtefact artefact) {
        file.take(artefact, keys(artefact.suite()), shell.primitives()::suite);
    }

    boolean exists() {
        Optional<SecretBytes> octets = file.load();
        octets.ifPresent(SecretBytes::close);
        return octets.isPresent();
    }

    /** Returns what the reader took last; the caller closes it. */
    ReaderArtefact last() {
        try (SecretBytes octets = file.load().orElseThrow(() -> new IllegalStateException("nothing was taken yet"))) {
            return ReaderArtefact.open(octets, shell.primitives()::suite);
        }
    }
}
