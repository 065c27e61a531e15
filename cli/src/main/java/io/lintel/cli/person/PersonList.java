package io.lintel.cli.person;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists people. */
@Command(
        name = "list",
        header = "List the people of a site",
        footer = {"", "Example:", "  lintel person list"})
public final class PersonList extends SiteCommand {
    private static final Listing<Person> PEOPLE = new Listing<Person>("people")
            .column("PERSON", "person", Person::number)
            .column("GIVEN NAME", "givenName", Person::givenName)
            .column("FAMILY NAME", "familyName", Person::familyName)
            .column("E-MAIL", "email", Person::email)
            .column("STATUS", "status", person -> person.removed().isPresent() ? "deleted" : "active")
            .fact("created", Person::created)
            .fact("removed", Person::removed);

    /** A command of this shell. */
    public PersonList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return PEOPLE.of(
                Pages.all(after -> manager.people().list(site.customer(), after, Manager.MAX_PAGE), Person::number));
    }
}
