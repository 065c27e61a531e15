package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.DoorUnlocking;
import io.lintel.sdk.reader.UnlockDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a door opened from afar. */
@Command(
        name = "unlock",
        header = "Have a door opened from afar, now",
        description = {"", "It is an event for the host system, which opens the door. The profile says how often."},
        footer = {"", "Example:", "  lintel reader unlock 1"})
public final class ReaderUnlock extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "READER", description = "The reader's number.")
    private int reader;

    /** A command of this shell. */
    public ReaderUnlock(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        DoorUnlocking unlocking =
                manager.readers().unlock(command.id(shell()), new UnlockDoor(site.customer(), reader));
        return Answer.saying("The host system is asked to open reader " + reader + "'s door, by "
                        + unlocking.executeBy() + " at the latest.")
                .fact("reader", reader)
                .fact("executeBy", unlocking.executeBy())
                .fact("nextFrom", unlocking.nextFrom());
    }
}
