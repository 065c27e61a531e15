package io.lintel.cli.profile;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.profile.Profile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a profile of one's own. */
@Command(
        name = "check",
        header = "Check a profile of your own; a mistake is told with its line and field",
        footer = {"", "Example:", "  lintel profile check ours.json"})
public final class ProfileCheck implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "The profile, JSON.")
    private String file = "";

    /** A command of this shell. */
    public ProfileCheck(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Profile profile = ProfileSource.find(shell, file);
        shell.print(Answer.saying("Profile \"" + profile.name() + "\", version " + profile.version() + ", is valid.")
                .fact("name", profile.name())
                .fact("version", profile.version())
                .next("create a site with it", "lintel site create --name \"Town hall\" --profile " + file));
        return ExitCode.OK.number();
    }
}
