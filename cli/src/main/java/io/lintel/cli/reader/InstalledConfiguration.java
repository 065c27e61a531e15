package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.ProtocolException;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Watches a reader's artefact. One that the reader may take is kept, its revocation list is in force at once, and the rest
 * from the next start on.
 */
final class InstalledConfiguration {
    private final Shell shell;
    private final Reader reader;
    private final Path file;
    private final KeptConfiguration kept;
    private List<Object> seen = List.of();
    private List<Object> complainedOf = List.of();

    InstalledConfiguration(Shell shell, Reader reader, Path file, KeptConfiguration kept) {
        this.kept = kept;
        this.shell = shell;
        this.reader = reader;
        this.file = file;
    }

    /** Looks once. A file that cannot be used is reported once, changes nothing, and is tried again at every look. */
    void refresh() {
        List<Object> now = stamp(file);
        if (now.equals(seen)) {
            return;
        }
        try (ReaderArtefact artefact = ArtefactFile.read(shell, file)) {
            kept.take(artefact);
            artefact.content().revocationList().ifPresent(list -> {
                if (reader.install(list, shell.clock().instant())) {
                    shell.print(Answer.saying("A newer revocation list is in force.")
                            .fact("event", "list-installed"));
                }
            });
            seen = now;
        } catch (CommandFailure | ProtocolException unusable) {
            if (now.equals(complainedOf)) {
                return;
            }
            complainedOf = now;
            shell.print(refused(unusable));
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
