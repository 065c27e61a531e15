package io.lintel.cli.login;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.manager.Pages;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginOwner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists logins. */
@Command(
        name = "list",
        header = "List the logins of a site, a distributor or the operator, deleted ones included",
        footer = {"", "Example:", "  lintel login list"})
public final class LoginList extends ManagerCommand {
    private static final Listing<AdminLogin> LOGINS = new Listing<AdminLogin>("logins")
            .column("NO", "login", AdminLogin::number)
            .column("E-MAIL", "email", login -> login.email().text())
            .shown("CREATED (UTC)", login -> Times.minute(login.created()))
            .fact("created", AdminLogin::created)
            .column("STATUS", "status", login -> Words.of(login.status()))
            .fact("deleted", AdminLogin::deleted);

    @Mixin
    private final OwnerOption owner = new OwnerOption();

    /** A command of this shell. */
    public LoginList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        LoginOwner whose = owner.owner(manager);
        return LOGINS.of(Pages.all(after -> manager.logins().list(whose, after, Manager.MAX_PAGE), AdminLogin::number));
    }
}
