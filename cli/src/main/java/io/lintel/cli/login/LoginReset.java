package io.lintel.cli.login;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.ResetPassword;
import io.lintel.sdk.model.TypedSecret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Replaces a forgotten password. */
@Command(
        name = "reset",
        header = "Replace a login's forgotten password; the new one is read from standard input",
        footer = {"", "Example:", "  lintel login reset 1 --password-file boss.txt"})
public final class LoginReset extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final OwnerOption owner = new OwnerOption();

    @Parameters(paramLabel = "NUMBER", description = "The login's number.")
    private long number;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the password in its first line; - is standard input. Default: ${DEFAULT-VALUE}.")
    private String passwordFile = SecretFile.STANDARD_INPUT;

    /** A command of this shell. */
    public LoginReset(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        try (TypedSecret password = SecretFile.read(shell(), passwordFile)) {
            ResetPassword request = new ResetPassword(owner.owner(manager), number, password);
            return Answer.saying("Login " + number + " has a new password.")
                    .fact("login", number)
                    .fact("passwordSet", manager.logins().resetPassword(command.id(shell()), request));
        }
    }
}
