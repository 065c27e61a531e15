package io.lintel.cli.manager;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.store.sql.PostgresStore;
import io.lintel.store.sql.SqliteStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which database the manager works on. */
public final class DatabaseOption {
    private static final String DEFAULT = "lintel.db";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Actor ACTOR = new Actor("command line");

    @Option(
            names = {"--database", "--db"},
            paramLabel = "FILE|URL",
            description = "The manager's database: a file, or jdbc:postgresql://HOST/NAME. Default: ${DEFAULT-VALUE}"
                    + " in the working directory.")
    private String database = DEFAULT;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who owns the tables in PostgreSQL.")
    private @Nullable String user;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "Holds that user's password in its first line; for PostgreSQL.")
    private @Nullable Path passwordFile;

    @Mixin
    private final LoginOption login = new LoginOption();

    /** Works with the manager on a database that exists. */
    public <T> T with(Shell shell, Function<Manager, T> work) {
        try (ManagerStore store = isPostgresql() ? postgresql(shell) : SqliteStore.open(path(shell))) {
            return work.apply(login.as(shell, manager(shell, store)));
        }
    }

    /** Works with the manager on a database that is made if it is not there. */
    public <T> T withNew(Shell shell, Function<Manager, T> work) {
        try (ManagerStore store = isPostgresql() ? postgresql(shell) : SqliteStore.openOrCreate(path(shell))) {
            return work.apply(login.as(shell, manager(shell, store)));
        }
    }

    /** Where the manager's public key is written: beside the file, for PostgreSQL in the working directory. */
    public Path managerKeyFile(Shell shell) {
        return ManagerKeyFile.beside(isPostgresql() ? shell.resolve(Path.of(DEFAULT)) : path(shell));
    }

    /** The file of a database that is one. */
    public Path file(Shell shell) {
        if (isPostgresql()) {
            throw CommandFailure.usage(
                    "cli.not-a-file",
                    "This command is for a database in a file. PostgreSQL has its own: pg_dump and pg_restore.");
        }
        return path(shell);
    }

    /** What to add to a command that is to work on the same database. */
    public String again() {
        return (isDefault() ? "" : " --database " + database)
                + (user == null ? "" : " --database-user " + user)
                + (passwordFile == null ? "" : " --database-password-file " + passwordFile);
    }

    /** Whether it is the one that every command takes unasked. */
    public boolean isDefault() {
        return database.equals(DEFAULT);
    }

    private boolean isPostgresql() {
        return database.startsWith(POSTGRESQL);
    }

    private Path path(Shell shell) {
        return shell.resolve(Path.of(database));
    }

    private ManagerStore postgresql(Shell shell) {
        if (user == null || passwordFile == null) {
            throw CommandFailure.usage(
                    "cli.no-database-user",
                    "PostgreSQL wants a user and a password. Give --database-user and --database-password-file.");
        }
        String text = TextFile.read(shell.resolve(passwordFile), "Write the password of " + user + " into it.");
        byte[] octets = text.lines().findFirst().orElse("").getBytes(StandardCharsets.UTF_8);
        try (SecretBytes password = SecretBytes.takeOwnership(octets)) {
            return PostgresStore.open(database, user, password);
        }
    }

    private static Manager manager(Shell shell, ManagerStore store) {
        return Manager.on(store, shell.clock(), shell.random(), shell.primitives())
                .as(new Principal.Host(ACTOR));
    }
}
