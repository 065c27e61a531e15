package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
import java.util.Locale;
import java.util.concurrent.Callable;
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
public final class PersonAdd implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

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
        this.shell = shell;
    }

    @Override
    public Integer call() {
        PersonAdded added = database.with(shell, manager -> {
            CustomerId customer = site.choose(manager).customer();
            return manager.people().add(shell.commandId(), new AddPerson(customer, givenName, familyName, address()));
        });
        shell.print(Answer.saying("Person " + added.person() + " added.")
                .fact("site", added.customer().value())
                .fact("person", added.person())
                .next(
                        "let a door's reader make its keys and enroll it",
                        "lintel reader enroll --name \"Front door\" --dir front-door" + database.again()
                                + site.again()));
        return ExitCode.OK.number();
    }

    private String address() {
        return email == null ? givenName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") + "@example.org" : email;
    }
}
