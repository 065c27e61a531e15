package io.lintel.cli.event;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists subscriptions. */
@Command(
        name = "subscriptions",
        header = "List the addresses that a site's events are posted to, and how far each has come",
        footer = {"", "Example:", "  lintel event subscriptions"})
public final class EventSubscriptions extends SiteCommand {
    private static final Listing<Subscription> SUBSCRIPTIONS = new Listing<Subscription>("subscriptions")
            .column("NO", "subscription", each -> each.id().number())
            .column("HOST", "host", each -> each.url().getHost())
            .column("STATE", "state", each -> Words.of(each.state()))
            .column("DELIVERED UP TO", "position", each -> each.progress().position())
            .column("FAILURES", "failures", each -> each.progress().failures())
            .column("WHY", "lastFailure", each -> each.progress().lastFailure().map(Words::of))
            .fact("due", each -> each.progress().due());

    /** A command of this shell. */
    public EventSubscriptions(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return SUBSCRIPTIONS.of(Pages.all(
                after -> manager.events().subscriptions(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                each -> each.id().number()));
    }
}
