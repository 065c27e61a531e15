package io.lintel.cli.distributor;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.CreateDistributor.FirstLogin;
import io.lintel.sdk.organisation.DistributorCreated;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a distributor, and the database if there is none. */
@Command(
        name = "create",
        header = "Create a distributor, who buys credit and passes it on to sites",
        description = {"", "Makes the database if there is none. With --email, its first login too."},
        footer = {"", "Example:", "  lintel distributor create --name \"Alfa Security\" --code Alfa"})
public final class DistributorCreate implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is called.")
    private String name = "";

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "4 letters and digits: the first half of its sites' system ids.")
    private @Nullable String code;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The name of its first login. Default: no login.")
    private @Nullable String email;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "Holds that login's password in its first line; - is standard input. Default: ${DEFAULT-VALUE}.")
    private String passwordFile = SecretFile.STANDARD_INPUT;

    /** A command of this shell. */
    public DistributorCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.withNew(shell, this::run));
        return ExitCode.OK.number();
    }

    private Answer run(Manager manager) {
        if (email == null) {
            return create(manager, Optional.empty());
        }
        try (TypedSecret password = SecretFile.read(shell, passwordFile)) {
            return create(manager, Optional.of(new FirstLogin(EmailAddress.of(email), password)));
        }
    }

    private Answer create(Manager manager, Optional<FirstLogin> login) {
        DistributorCreated created = manager.organisations()
                .createDistributor(command.id(shell), new CreateDistributor(name, Optional.ofNullable(code), login));
        String id = created.distributor().id().value();
        return Answer.saying("Distributor \"" + name + "\" created: id " + id + ".")
                .fact("distributor", id)
                .fact("name", name)
                .fact("code", created.distributor().code())
                .fact("login", created.login())
                .next(
                        "sell it credit, and create a site that it serves",
                        "lintel credit buy 100 --distributor " + id + database.again(),
                        "lintel site create --name \"Town hall\" --distributor " + id + database.again());
    }
}
