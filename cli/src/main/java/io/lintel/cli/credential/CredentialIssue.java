package io.lintel.cli.credential;

import io.lintel.cli.manager.Groups;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.OptionalLong;
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
public final class CredentialIssue extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

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
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        IssueCredential request = new IssueCredential(
                site.customer(),
                person == null ? onlyPerson(manager, site.customer()) : person,
                device,
                accessNumber == null ? OptionalLong.empty() : OptionalLong.of(accessNumber),
                validity.from(),
                validity.until(),
                groups.groups(),
                groups.technology());
        return answer(manager.credentials().issue(command.id(shell()), request));
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
        return ticket.into(answer, issued.activation(), database(), shell());
    }
}
