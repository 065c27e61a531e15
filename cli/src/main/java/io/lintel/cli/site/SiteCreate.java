package io.lintel.cli.site;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.manager.DistributorOption;
import io.lintel.cli.profile.ProfileSource;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a site, and the database if there is none. */
@Command(
        name = "create",
        header = "Create a site: its keys, its policy and its first credit",
        description = {
            "",
            "Makes the database if there is none. A built-in policy has a name (see: lintel profile list); your own is a"
                    + " JSON file. The manager's public key is written beside the database, FILE.manager: what a phone"
                    + " has built in, or gets by QR code.",
            "",
            "With a contact, a system or settings it is a customer with all four steps at once; --preview shows the last"
                    + " one, and what is wrong with the others."
        },
        footer = {
            "",
            "Example:",
            "  lintel site create --name \"Town hall\" --suite p256",
            "  lintel site create --name \"Town hall\" --email boss@example.org --credit 10 --preview"
        })
public final class SiteCreate implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final DistributorOption distributor = new DistributorOption();

    @Mixin
    private final SystemOptions system = new SystemOptions();

    @Mixin
    private final ContactOptions contact = new ContactOptions();

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The customer's name, which phones show. Default: ${DEFAULT-VALUE}.")
    private String name = "My site";

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description =
                    "${COMPLETION-CANDIDATES}: P256 for phones that keep keys in hardware. Default: ${DEFAULT-VALUE}.")
    private Suite suite = Suite.X25519;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "The policy: a built-in one's name, or a JSON file. Default: ${DEFAULT-VALUE}.")
    private String profile = Profiles.DEFAULT;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Makes the contact's address a login, with the password in the file's first line.")
    private @Nullable String passwordFile;

    @Option(
            names = "--credit",
            paramLabel = "CREDITS",
            description = "What the distributor passes on at once. Default: ${DEFAULT-VALUE}.")
    private long credit;

    @Option(names = "--preview", description = "Only show what would be created, and what is wrong with it.")
    private boolean preview;

    /** A command of this shell. */
    public SiteCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.withNew(shell, this::run));
        return ExitCode.OK.number();
    }

    private Answer run(Manager manager) {
        boolean isCustomer = preview
                || credit != 0
                || passwordFile != null
                || system.areGiven()
                || contact.areGiven()
                || keys.areGiven();
        return isCustomer ? customer(manager) : created(site(manager));
    }

    private SiteCreated site(Manager manager) {
        CreateSite request = new CreateSite(name, suite, ProfileSource.find(shell, profile), distributor.id());
        return manager.sites().create(command.id(shell), request);
    }

    private Answer customer(Manager manager) {
        Optional<TypedSecret> key = system.key(shell);
        Optional<TypedSecret> password = Optional.ofNullable(passwordFile).map(file -> SecretFile.read(shell, file));
        try {
            CreateCustomer request = new CreateCustomer(
                    distributor.id(),
                    new CreateCustomer.Foundation(suite, ProfileSource.find(shell, profile)),
                    system.entry(name, key),
                    contact.over(Contact.NONE),
                    password,
                    keys.over(KeyEntry.proposal(name)),
                    credit);
            return preview
                    ? SiteAnswers.of(manager.organisations().previewCustomer(request))
                    : created(manager.organisations()
                            .createCustomer(command.id(shell), request)
                            .site());
        } finally {
            key.ifPresent(TypedSecret::close);
            password.ifPresent(TypedSecret::close);
        }
    }

    private Answer created(SiteCreated created) {
        ManagerKeyFile.add(database.managerKeyFile(shell), created.site().suite(), created.managerKey());
        Answer answer = SiteAnswers.of(created);
        return ProfileSource.find(shell, profile).enrolment().selfService()
                ? answer.next("get the QR code for everybody", "lintel site activation" + database.again())
                : answer.next("add a person", "lintel person add Ada" + database.again());
    }
}
