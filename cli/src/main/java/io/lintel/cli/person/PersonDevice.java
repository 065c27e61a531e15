package io.lintel.cli.person;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a device with its credential. */
@Command(
        name = "remove-device",
        header = "Remove a device of somebody with its credential, such as an old phone",
        footer = {"", "Example:", "  lintel person remove-device 3"})
public final class PersonDevice extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "DEVICE", description = "The device's number; see: lintel credential list --json")
    private long device;

    /** A command of this shell. */
    public PersonDevice(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.credentials().removeDevice(command.id(shell()), new RemoveDevice(site.customer(), device));
        return Answer.saying("Device " + device + " is removed, with its credential.")
                .fact("device", device);
    }
}
