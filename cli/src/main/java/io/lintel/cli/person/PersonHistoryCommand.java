package io.lintel.cli.person;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.HistoryCursor;
import io.lintel.sdk.person.HistoryEntry;
import io.lintel.sdk.person.PersonHistory;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what happened to a person's credentials. */
@Command(
        name = "history",
        header = "Show what a person's credentials did at doors, and what became of them",
        description = {"", "In the order in which the manager got to know it; AT is the time at the door, in UTC."},
        footer = {"", "Example:", "  lintel person history 1"})
public final class PersonHistoryCommand extends SiteCommand {
    private static final Listing<HistoryEntry> ENTRIES = new Listing<HistoryEntry>("entries")
            .column("AT", "at", HistoryEntry::at)
            .fact("known", HistoryEntry::known)
            .column("CREDENTIAL", "credential", PersonHistoryCommand::credential)
            .column("READER", "reader", entry -> access(entry).map(AccessRecord::reader))
            .column("WHAT", "what", PersonHistoryCommand::what)
            .fact("granted", entry -> access(entry).map(AccessRecord::isGranted));

    @Parameters(paramLabel = "PERSON", description = "The person's number.")
    private long person;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Where a page before this one ended.")
    private String after = HistoryCursor.START.toString();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many entries at most, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit = Manager.MAX_PAGE;

    /** A command of this shell. */
    public PersonHistoryCommand(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        PersonHistory history = manager.people().history(site.customer(), person, HistoryCursor.parse(after), limit);
        Answer answer =
                ENTRIES.of(history.entries()).fact("next", history.next().toString());
        return history.entries().size() < limit
                ? answer
                : answer.next(
                        "see what follows", "lintel person history " + person + " --after " + history.next() + again());
    }

    private static Optional<AccessRecord> access(HistoryEntry entry) {
        return entry instanceof HistoryEntry.Access at ? Optional.of(at.access()) : Optional.empty();
    }

    private static Optional<Object> credential(HistoryEntry entry) {
        if (entry instanceof HistoryEntry.Lifecycle lifecycle) {
            Change change = lifecycle.change().change();
            return change.kind().name().startsWith("PERSON_") ? Optional.empty() : Optional.of(change.subject());
        }
        return access(entry).flatMap(AccessRecord::holder).map(AccessRecord.Holder::serial);
    }

    private static String what(HistoryEntry entry) {
        if (entry instanceof HistoryEntry.Lifecycle lifecycle) {
            return Words.of(lifecycle.change().change().kind());
        }
        return access(entry)
                .flatMap(AccessRecord::denial)
                .map(reason -> "denied: " + Words.of(reason))
                .orElse("granted");
    }
}
