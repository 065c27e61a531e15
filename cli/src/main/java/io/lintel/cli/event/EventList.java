package io.lintel.cli.event;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.model.Site;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what happened at a site. */
@Command(
        name = "list",
        header = "List what happened at a site: who changed what, and when",
        description = {"", "Ids only, no personal data. The last line's number is where the next list begins."},
        footer = {"", "Example:", "  lintel event list --after 120"})
public final class EventList extends SiteCommand {
    private static final Listing<RecordedChange> EVENTS = new Listing<RecordedChange>("events")
            .column("NO", "number", RecordedChange::number)
            .shown("TIME (UTC)", event -> Times.minute(event.change().at()))
            .fact("at", event -> event.change().at())
            .column("WHAT", "kind", event -> Words.of(event.change().kind()))
            .column("WHICH", "subject", event -> event.change().subject())
            .column("WHO", "actor", event -> event.change().actor().name())
            .fact("command", event -> event.change().command());

    @Option(names = "--after", paramLabel = "NUMBER", description = "Only later ones. Default: ${DEFAULT-VALUE}.")
    private long after;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "At most so many, 1 to " + Manager.MAX_PAGE + ". Default: ${DEFAULT-VALUE}.")
    private int limit = Manager.MAX_PAGE;

    /** A command of this shell. */
    public EventList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        List<RecordedChange> events = manager.events().audit(site.customer(), after, limit);
        long last = events.isEmpty() ? after : events.get(events.size() - 1).number();
        return EVENTS.of(events).fact("last", last);
    }
}
