package io.lintel.cli.store;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.ReviewReaders;
import io.lintel.sdk.revocation.RevocationsTended;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says that every reader is known again since the database was put back. */
@Command(
        name = "reviewed",
        header = "Say that every reader at a site's doors is known again, after the database was put back",
        description = {
            "",
            "Readers that were enrolled after the state which was put back are forgotten, and still open doors. Until this is"
                    + " said, each exposure counts such a reader as reader 0. Walk the doors, or know it: each reader that hangs"
                    + " there is listed by \"lintel reader list\", and those that were enrolled or got new keys since were enrolled"
                    + " again."
        },
        footer = {"", "Example:", "  lintel store reviewed"})
public final class StoreReviewed extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    /** A command of this shell. */
    public StoreReviewed(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        RevocationsTended settled =
                manager.revocations().reviewed(command.id(shell()), new ReviewReaders(site.customer()));
        return Answer.saying("Exposures count the readers that are known, and no other. " + settled.enforced()
                        + " revocations are proven by that.")
                .fact("site", site.customer().value())
                .fact("enforced", settled.enforced())
                .next("see what readers enforce", "lintel reader coverage" + again());
    }
}
