package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.ProtocolException;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.store.file.FileStoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Watches the artefact that an installer replaces. One that the reader may take is kept, and the reader goes by it from the
 * next tap on.
 */
final class InstalledConfiguration {
    private final Shell shell;
    private final RunningConfiguration running;
    private final Path file;
    private List<Object> seen = List.of();
    private List<Object> complainedOf = List.of();

    InstalledConfiguration(Shell shell, RunningConfiguration running, Path file) {
        this.shell = shell;
        this.running = running;
        this.file = file;
    }

    /**
     * Looks once. A file that cannot be used, or that the disk has no room for, is reported once, changes nothing, and is tried
     * again at every look.
     */
    void refresh() {
        List<Object> now = stamp(file);
        try {
            if (!now.equals(seen)) {
                take();
                seen = now;
            }
            running.refresh();
        } catch (CommandFailure | ProtocolException | FileStoreException unusable) {
            if (!now.equals(complainedOf)) {
                complainedOf = now;
                shell.print(refused(unusable));
            }
        }
    }

    private void take() {
        try (ReaderArtefact artefact = ArtefactFile.read(shell, file)) {
            running.take(artefact);
        }
    }

    static Answer refused(RuntimeException unusable) {
        return Answer.saying("The configuration in force stays: " + unusable.getMessage())
                .fact("event", "configuration-refused")
                .fact("message", String.valueOf(unusable.getMessage()));
    }

    /** Replacing a file gives it another key, so that two changes within one tick of the clock differ. */
    private static List<Object> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
