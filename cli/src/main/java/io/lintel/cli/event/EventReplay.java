package io.lintel.cli.event;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.event.ReplayDeadLetter;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Posts a given-up event once more. */
@Command(
        name = "replay",
        header = "Post an event once more that a subscription gave up, after its cause was mended",
        footer = {"", "Example:", "  lintel event replay 1 17"})
public final class EventReplay extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(index = "0", paramLabel = "SUBSCRIPTION", description = "The subscription's number.")
    private int number;

    @Parameters(index = "1", paramLabel = "EVENT", description = "The event's number.")
    private long event;

    /** A command of this shell. */
    public EventReplay(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        SubscriptionId id = new SubscriptionId(site.customer(), number);
        manager.events().replay(command.id(shell()), new ReplayDeadLetter(id, event));
        return Answer.saying("Event " + event + " is posted again while a manager runs.")
                .fact("subscription", number)
                .fact("event", event);
    }
}
