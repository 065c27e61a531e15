package io.lintel.cli.store;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.RestoreStore;
import io.lintel.sdk.revocation.StoreRestored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells every site that its database was put back to an earlier state. */
@Command(
        name = "restored",
        header = "Say that the database was put back to an earlier state, such as from a backup",
        description = {
            "",
            "Say it before any manager runs on the database again: readers and phones hold what it has forgotten. Lists and"
                    + " configurations go on above those that readers may have, or the readers would refuse them. Codes that were"
                    + " open are void, credentials that may have been issued since are revoked, and every reader has to prove"
                    + " anew what it enforces. With --command-id it is said once, however often it is repeated.",
            "",
            "What was revoked since the state nobody knows: revoke it again, at once, or the list just published lets it in"
                    + " again. So it is with readers that were enrolled, removed or reported as compromised, with keys that were"
                    + " rotated, and with credit. See docs/restoring.md."
        },
        footer = {"", "Example:", "  lintel store restored", "  lintel store restored --as-of 2026-11-20T02:00:00Z"})
public final class StoreRestoredCommand extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "The state has everything that was done before this: a day, or an instant. Default: of each site,"
                            + " when the newest change was made that the state has.")
    private @Nullable String asOf;

    /** A command of this shell. */
    public StoreRestoredCommand(Shell shell) {
        super(shell);
    }

    /** What became of one site. */
    private record Told(Site site, StoreRestored restored) {}

    @Override
    protected Answer run(Manager manager) {
        CommandId id = command.id(shell());
        Optional<Instant> state = Optional.ofNullable(asOf).map(Times::first);
        List<Told> told = manager.sites().list().stream()
                .map(site ->
                        new Told(site, manager.revocations().restored(id, new RestoreStore(site.customer(), state))))
                .toList();
        Answer answer = Answer.saying("Every reader has to be told, and to prove what it enforces. Of " + told.size()
                + (told.size() == 1 ? " site:" : " sites:"));
        listing().into(answer, told);
        return answer.next(
                "revoke again what was revoked since, enroll again the readers that were enrolled since, and tell all readers",
                "lintel credential revoke SERIAL" + database().again(),
                "lintel reader update READER" + database().again(),
                "lintel store reviewed" + database().again());
    }

    private static Listing<Told> listing() {
        return new Listing<Told>("sites")
                .column("ID", "site", told -> told.site().customer().value())
                .column("NAME", "name", told -> told.site().name())
                .column("AS OF", "asOf", told -> told.restored().asOf())
                .column("LIST", "listEpoch", told -> told.restored().listEpoch())
                .column("REVOKED FROM", "firstSerial", told -> told.restored().firstSerial())
                .column("TO", "lastSerial", told -> told.restored().lastSerial())
                .column("VOID CODES", "voidedCodes", told -> told.restored().voidedCodes());
    }
}
