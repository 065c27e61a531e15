package io.lintel.cli.site;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.profile.ProfileSource;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Suite;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a site, and the database if there is none. */
@Command(
        name = "create",
        header = "Create a site: its keys, its policy and its first credit",
        description = {
            "",
            "Makes the database if there is none. A built-in policy (\"profile\") has a name: lintel, "
                    + "imaporter; your own is a JSON file. The manager's public key is written beside the database, "
                    + "FILE.manager: what a phone has built in, or gets by QR code."
        },
        footer = {"", "Example:", "  lintel site create --name \"Town hall\" --suite p256"})
public final class SiteCreate implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final CommandIdOption command = new CommandIdOption();

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

    /** A command of this shell. */
    public SiteCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CreateSite request = new CreateSite(name, suite, ProfileSource.find(shell, profile), DistributorId.OPERATOR);
        SiteCreated created = database.withNew(shell, manager -> manager.sites().create(command.id(shell), request));
        Path keyFile = database.managerKeyFile(shell);
        ManagerKeyFile.add(keyFile, created.site().suite(), created.managerKey());
        shell.print(answer(created));
        return ExitCode.OK.number();
    }

    private Answer answer(SiteCreated created) {
        Site site = created.site();
        long credit = created.balance().paid() + created.balance().trial();
        return Answer.saying("Site \"" + site.name() + "\" created: id " + site.customer() + ", project "
                        + site.project().value().toHex() + ", suite "
                        + site.suite().noiseName() + ", "
                        + credit + " free credits.")
                .fact("site", site.customer().value())
                .fact("name", site.name())
                .fact("project", site.project().value().toHex())
                .fact("suite", site.suite().name().toLowerCase(Locale.ROOT))
                .fact("profile", site.profileName())
                .fact("credit", credit)
                .fact("managerKey", ManagerKeyFile.text(site.suite(), created.managerKey()))
                .next("add a person", "lintel person add Ada" + database.again());
    }
}
