package io.lintel.cli.manager;

import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.store.sql.SqliteStore;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that says which database the manager works on. */
public final class DatabaseOption {
    private static final Path DEFAULT = Path.of("lintel.db");
    private static final Actor ACTOR = new Actor("command line");

    @Option(
            names = {"--database", "--db"},
            paramLabel = "FILE",
            description = "The manager's database. Default: ${DEFAULT-VALUE} in the working directory.")
    private Path file = DEFAULT;

    /** Works with the manager on a database that exists. */
    public <T> T with(Shell shell, Function<Manager, T> work) {
        try (ManagerStore store = SqliteStore.open(path(shell))) {
            return work.apply(manager(shell, store));
        }
    }

    /** Works with the manager on a database that is made if it is not there. */
    public <T> T withNew(Shell shell, Function<Manager, T> work) {
        try (ManagerStore store = SqliteStore.openOrCreate(path(shell))) {
            return work.apply(manager(shell, store));
        }
    }

    /** The file. */
    public Path path(Shell shell) {
        return shell.resolve(file);
    }

    /** What to add to a command that is to work on the same database. */
    public String again() {
        return isDefault() ? "" : " --db " + file;
    }

    /** Whether it is the one that every command takes unasked. */
    public boolean isDefault() {
        return file.equals(DEFAULT);
    }

    private static Manager manager(Shell shell, ManagerStore store) {
        return Manager.on(store, shell.clock(), shell.random(), shell.primitives())
                .as(new Principal.Host(ACTOR));
    }
}
