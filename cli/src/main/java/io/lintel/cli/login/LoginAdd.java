package io.lintel.cli.login;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.TypedSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a login. */
@Command(
        name = "add",
        header = "Add an administrator's login; the password is read from standard input",
        footer = {"", "Example:", "  lintel login add boss@example.org --password-file boss.txt"})
public final class LoginAdd extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final OwnerOption owner = new OwnerOption();

    @Parameters(paramLabel = "E-MAIL", description = "The login name, which never changes.")
    private String email = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password in its first line; - is standard input. Default: ${DEFAULT-VALUE}.")
    private String passwordFile = SecretFile.STANDARD_INPUT;

    /** A command of this shell. */
    public LoginAdd(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        try (TypedSecret password = SecretFile.read(shell(), passwordFile)) {
            CreateLogin request = new CreateLogin(owner.owner(manager), EmailAddress.of(email), password);
            long number = manager.logins().create(command.id(shell()), request);
            return Answer.saying("Login " + number + " added.").fact("login", number);
        }
    }
}
