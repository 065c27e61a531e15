package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the file of readers. */
@Command(
        name = "export",
        header = "Write the registered readers to a JSON file that \"reader import\" reads",
        footer = {"", "Example:", "  lintel reader export --output readers.json"})
public final class ReaderExport extends SiteCommand {
    @Option(names = "--output", required = true, paramLabel = "FILE", description = "The file.")
    private Path output = Path.of("");

    /** A command of this shell. */
    public ReaderExport(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Path file = shell().resolve(output);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            manager.readers().exportFile(site.customer(), out);
        } catch (IOException | UncheckedIOException e) {
            throw CommandFailure.environment(
                    "cli.file",
                    "Cannot write " + file + ". Check that its directory exists and that you may write there.");
        }
        return Answer.saying("The readers are in " + output + ".").fact("file", output.toString());
    }
}
