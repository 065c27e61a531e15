package io.lintel.cli.event;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.event.Unsubscribe;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a subscription. */
@Command(
        name = "unsubscribe",
        header = "End a subscription: nothing is posted for it any more",
        footer = {"", "Example:", "  lintel event unsubscribe 1"})
public final class EventUnsubscribe extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "NUMBER", description = "The subscription's number.")
    private int number;

    /** A command of this shell. */
    public EventUnsubscribe(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.events().unsubscribe(command.id(shell()), new Unsubscribe(new SubscriptionId(site.customer(), number)));
        return Answer.saying("Subscription " + number + " has ended.").fact("subscription", number);
    }
}
