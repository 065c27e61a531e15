package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Issues a credential and shows how to put it on a phone. */
@Command(
        name = "issue",
        header = "Issue a credential and draw the QR code that puts it on a phone",
        description = {"", "Costs one credit. Whoever has the QR code or the 20 characters first gets the credential."},
        footer = {"", "Example:", "  lintel credential issue --person 1 --until 2026-12-31"})
public final class CredentialIssue implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final Validity validity = new Validity();

    @Mixin
    private final Groups groups = new Groups();

    @Mixin
    private final Ticket ticket = new Ticket();

    @Option(names = "--person", paramLabel = "NUMBER", description = "Who gets it. Default: the only person there is.")
    private @Nullable Long person;

    @Option(
            names = "--device",
            paramLabel = "NAME",
            description = "What the phone is called. Default: ${DEFAULT-VALUE}.")
    private String device = "phone";

    @Option(
            names = "--access-number",
            paramLabel = "NUMBER",
            description = "What the panel gets to know. Default: the next free number.")
    private @Nullable Long accessNumber;

    /** A command of this shell. */
    public CredentialIssue(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(answer(database.with(shell, this::issue)));
        return ExitCode.OK.number();
    }

    private CredentialIssued issue(Manager manager) {
        CustomerId customer = site.choose(manager).customer();
        return manager.credentials()
                .issue(
                        shell.commandId(),
                        new IssueCredential(
                                customer,
                                person == null ? onlyPerson(manager, customer) : person,
                                device,
                                accessNumber == null ? OptionalLong.empty() : OptionalLong.of(accessNumber),
                                validity.from(),
                                validity.until(),
                                groups.groups(),
                                groups.technology()));
    }

    private static long onlyPerson(Manager manager, CustomerId customer) {
        List<Person> people = manager.people().list(customer, 0, 2);
        if (people.isEmpty()) {
            throw CommandFailure.refused(
                    "cli.no-person",
                    "This site has nobody to give a credential to. Add a person: lintel person add Ada");
        }
        if (people.size() > 1) {
            throw CommandFailure.usage(
                    "cli.which-person", "There are several people. Choose one with --person; see: lintel person list");
        }
        return people.get(0).number();
    }

    private Answer answer(CredentialIssued issued) {
        long left = issued.balance().paid() + issued.balance().trial();
        Answer answer = Answer.saying("Credential " + issued.serial() + " issued, access number "
                        + issued.accessNumber() + ". Credits left: " + left + ".")
                .fact("site", issued.customer().value())
                .fact("serial", issued.serial())
                .fact("accessNumber", issued.accessNumber())
                .fact("device", issued.device())
                .fact("creditsLeft", left);
        return ticket.into(answer, issued.activation(), database, shell);
    }
}
