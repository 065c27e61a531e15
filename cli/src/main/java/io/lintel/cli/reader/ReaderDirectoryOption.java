package io.lintel.cli.reader;

import io.lintel.cli.shell.Shell;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says in which directory a reader keeps its keys and its configuration. */
final class ReaderDirectoryOption {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the reader keeps its keys and its configuration. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("front-door");

    Path path(Shell shell) {
        return shell.resolve(directory);
    }

    /** The configuration's path as the person would type it. */
    Path typed(String name) {
        return directory.resolve(name);
    }
}
