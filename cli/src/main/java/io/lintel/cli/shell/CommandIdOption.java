package io.lintel.cli.shell;

import io.lintel.sdk.model.CommandId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that repeats a command of the manager whose outcome is open. */
public final class CommandIdOption {
    @Option(
            names = "--command-id",
            paramLabel = "HEX",
            description = "Names the command, 32 hex digits: repeated with the same id it is done once, and tells the"
                    + " first result again. Default: a fresh one.")
    private @Nullable String hex;

    /** The id of the command, asked for once by each run. */
    public CommandId id(Shell shell) {
        return shell.isAbout(hex == null ? shell.commandId() : CommandId.parse(hex));
    }
}
