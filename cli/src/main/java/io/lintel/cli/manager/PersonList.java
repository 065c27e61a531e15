package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists people. */
@Command(
        name = "list",
        header = "List the people of a site",
        footer = {"", "Example:", "  lintel person list"})
public final class PersonList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    /** A command of this shell. */
    public PersonList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, manager -> answer(manager, site.choose(manager))));
        return ExitCode.OK.number();
    }

    private static Answer answer(Manager manager, Site site) {
        Table table = new Table("PERSON", "GIVEN NAME", "FAMILY NAME", "E-MAIL");
        List<Map<String, Object>> facts = new ArrayList<>();
        List<Person> people =
                Pages.all(after -> manager.people().list(site.customer(), after, Manager.MAX_PAGE), Person::number);
        for (Person person : people) {
            table.row(Long.toString(person.number()), person.givenName(), person.familyName(), person.email());
            facts.add(Map.of(
                    "person", person.number(),
                    "givenName", person.givenName(),
                    "familyName", person.familyName(),
                    "email", person.email()));
        }
        return table.into(Answer.empty()).fact("people", facts);
    }
}
