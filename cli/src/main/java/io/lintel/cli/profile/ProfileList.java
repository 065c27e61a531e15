package io.lintel.cli.profile;

import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the built-in profiles. */
@Command(
        name = "list",
        header = "List the built-in profiles",
        footer = {"", "Example:", "  lintel profile list"})
public final class ProfileList implements Callable<Integer> {
    private static final Listing<Profile> PROFILES = new Listing<Profile>("profiles")
            .column("NAME", "name", Profile::name)
            .column("VERSION", "version", Profile::version)
            .column("CREDITS EACH", "cost", profile -> profile.credit().cost())
            .column("FREE CREDITS", "trialGrant", profile -> profile.credit().trialGrant());

    private final Shell shell;

    /** A command of this shell. */
    public ProfileList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(PROFILES.of(Profiles.names().stream().map(Profiles::builtIn).toList()));
        return ExitCode.OK.number();
    }
}
