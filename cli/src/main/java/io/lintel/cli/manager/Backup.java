package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.store.sql.SqliteBackup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies a database that is in use. */
@Command(
        name = "backup",
        header = "Copy a database in a file while it is in use",
        description = {
            "",
            "The copy is checked, is complete in one file, and is a database like the original; it holds the sites' private"
                    + " keys, so only you may read it. To restore one, stop the managers, put the copy in the place of"
                    + " the file, remove the files beside it that end in -wal and -shm, and say so with \"lintel store"
                    + " restored\" before a manager runs again. A file that exists is never overwritten."
        },
        footer = {"", "Example:", "  lintel backup lintel-2026-11-21.db"})
public final class Backup implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Parameters(paramLabel = "COPY", description = "The file to be made.")
    private Path copy = Path.of("");

    /** A command of this shell. */
    public Backup(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        SqliteBackup.copy(database.file(shell), shell.resolve(copy));
        shell.print(Answer.saying("The database is copied to " + copy + ".").fact("copy", copy.toString()));
        return ExitCode.OK.number();
    }
}
