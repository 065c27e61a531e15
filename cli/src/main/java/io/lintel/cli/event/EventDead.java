package io.lintel.cli.event;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the events that a subscription gave up. */
@Command(
        name = "dead",
        header = "List the events that a subscription gave up",
        footer = {"", "Example:", "  lintel event dead 1"})
public final class EventDead extends SiteCommand {
    private static final Listing<DeadLetter> LETTERS = new Listing<DeadLetter>("events")
            .column("EVENT", "event", DeadLetter::event)
            .shown("GIVEN UP (UTC)", letter -> Times.minute(letter.at()))
            .fact("at", DeadLetter::at)
            .column("WHY", "why", letter -> Words.of(letter.why()))
            .column("STATE", "state", letter -> Words.of(letter.state()));

    @Parameters(paramLabel = "NUMBER", description = "The subscription's number.")
    private int number;

    /** A command of this shell. */
    public EventDead(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        SubscriptionId id = new SubscriptionId(site.customer(), number);
        return LETTERS.of(
                Pages.all(after -> manager.events().deadLetters(id, after, Manager.MAX_PAGE), DeadLetter::event));
    }
}
