package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.EditContact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes how to reach a customer. */
@Command(
        name = "contact",
        header = "Change how to reach a customer; what is not given stays, and no login changes",
        footer = {"", "Example:", "  lintel site contact --email boss@example.org --city Brno"})
public final class SiteContact extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final ContactOptions contact = new ContactOptions();

    /** A command of this shell. */
    public SiteContact(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Contact known = manager.organisations().customer(site.customer()).contact();
        manager.organisations().editContact(command.id(shell()), new EditContact(site.customer(), contact.over(known)));
        return Answer.saying("The contact is changed.")
                .fact("site", site.customer().value());
    }
}
