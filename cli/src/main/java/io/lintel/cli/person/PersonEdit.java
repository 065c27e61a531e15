package io.lintel.cli.person;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.EditPerson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a person's names and e-mail address. */
@Command(
        name = "edit",
        header = "Change a person's names and e-mail address; what is not given stays",
        footer = {"", "Example:", "  lintel person edit 1 --email ada@example.org"})
public final class PersonEdit extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "PERSON", description = "The person's number.")
    private long number;

    @Option(names = "--given-name", paramLabel = "NAME", description = "The given name.")
    private @Nullable String givenName;

    @Option(names = "--family-name", paramLabel = "NAME", description = "The family name.")
    private @Nullable String familyName;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "The e-mail address.")
    private @Nullable String email;

    /** A command of this shell. */
    public PersonEdit(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Person known = manager.people().list(site.customer(), number - 1, 1).stream()
                .filter(person -> person.number() == number)
                .findFirst()
                .orElseThrow(() -> new ManagerException.NotFound("person " + number));
        EditPerson request = new EditPerson(
                site.customer(),
                number,
                known.title(),
                givenName == null ? known.givenName() : givenName,
                familyName == null ? known.familyName() : familyName,
                email == null ? known.email() : email);
        manager.people().edit(command.id(shell()), request);
        return Answer.saying("Person " + number + " is changed.").fact("person", number);
    }
}
