package io.lintel.cli.person;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person. */
@Command(
        name = "add",
        header = "Add a person to a site",
        footer = {"", "Example:", "  lintel person add Ada Byron --email ada@example.org"})
public final class PersonAdd extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(index = "0", paramLabel = "GIVEN-NAME", description = "The given name.")
    private String givenName = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FAMILY-NAME", description = "The family name.")
    private String familyName = "";

    @Option(
            names = "--email",
            paramLabel = "ADDRESS",
            description = "The e-mail address. Default: GIVEN-NAME@example.org, which goes nowhere.")
    private @Nullable String email;

    /** A command of this shell. */
    public PersonAdd(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        AddPerson request = new AddPerson(site.customer(), givenName, familyName, address());
        PersonAdded added = manager.people().add(command.id(shell()), request);
        return Answer.saying("Person " + added.person() + " added.")
                .fact("site", added.customer().value())
                .fact("person", added.person())
                .next(
                        "let a door's reader make its keys and enroll it",
                        "lintel reader enroll --name \"Front door\" --dir front-door" + again());
    }

    private String address() {
        return email == null ? givenName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + "@example.org" : email;
    }
}
