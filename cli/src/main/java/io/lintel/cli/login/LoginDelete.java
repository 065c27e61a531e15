package io.lintel.cli.login;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.DeleteLogin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a login for good. */
@Command(
        name = "delete",
        header = "End a login for good; it stays in the list, and its e-mail address may get a new one",
        footer = {"", "Example:", "  lintel login delete 1"})
public final class LoginDelete extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final OwnerOption owner = new OwnerOption();

    @Parameters(paramLabel = "NUMBER", description = "The login's number.")
    private long number;

    /** A command of this shell. */
    public LoginDelete(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        return Answer.saying("Login " + number + " is deleted.")
                .fact("login", number)
                .fact(
                        "deleted",
                        manager.logins().delete(command.id(shell()), new DeleteLogin(owner.owner(manager), number)));
    }
}
