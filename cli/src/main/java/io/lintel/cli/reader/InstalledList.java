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

/** Watches a reader's artefact and puts its revocation list in force when the file has changed. */
final class InstalledList {
    private final Shell shell;
    private final Reader reader;
    private final Path file;
    private List<Object> seen = List.of();
    private List<Object> complainedOf = List.of();

    InstalledList(Shell shell, Reader reader, Path file) {
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
        try (ReaderArtefact artefact = ArtefactFile.read(file)) {
            artefact.revocationList().ifPresent(list -> {
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
            shell.print(Answer.saying("The list in force stays: " + unusable.getMessage())
                    .fact("event", "list-refused")
                    .fact("message", String.valueOf(unusable.getMessage())));
        }
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
