package io.lintel.cli.person;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.RemovePerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a person for good. */
@Command(
        name = "remove",
        header = "Remove a person for good, with all devices and credentials",
        footer = {"", "Example:", "  lintel person remove 1"})
public final class PersonRemove extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "PERSON", description = "The person's number.")
    private long number;

    /** A command of this shell. */
    public PersonRemove(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.people().remove(command.id(shell()), new RemovePerson(site.customer(), number));
        return Answer.saying("Person " + number + " is removed, with all devices and credentials.")
                .fact("person", number);
    }
}
