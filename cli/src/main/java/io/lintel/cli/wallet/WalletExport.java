package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports the doors that a phone knows. */
@Command(
        name = "export",
        header = "Write the doors that a phone knows into a file that \"reader import\" takes",
        description = {"", "The doors are those that the site had published at the last check-in."},
        footer = {"", "Example:", "  lintel wallet export --wallet phone --out readers.json"})
public final class WalletExport implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final WalletOption wallet = new WalletOption();

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("readers.json");

    @Option(
            names = "--project",
            paramLabel = "HEX",
            description =
                    "Whose doors, as \"wallet show --json\" says; needed where the phone has credentials of several.")
    private @Nullable String wanted;

    /** A command of this shell. */
    public WalletExport(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Memberships memberships = wallet.memberships(shell, wallet.open(shell));
        ProjectId project = project(memberships);
        TextFile.write(shell.resolve(out), memberships.exportDoors(project));
        long doors = memberships.all().stream()
                .filter(membership -> membership.project().equals(project))
                .flatMap(membership -> membership.doorList().stream())
                .map(door -> door.readerNumber())
                .distinct()
                .count();
        shell.print(Answer.saying(doors + (doors == 1 ? " door is" : " doors are") + " in " + out + ".")
                .fact("project", project.value().toHex())
                .fact("doors", doors)
                .fact("file", out.toString()));
        return ExitCode.OK.number();
    }

    private ProjectId project(Memberships memberships) {
        List<ProjectId> known = memberships.all().stream()
                .map(Membership::project)
                .filter(project -> wanted == null || project.value().toHex().equals(wanted))
                .distinct()
                .toList();
        if (known.isEmpty()) {
            throw CommandFailure.environment(
                    "cli.no-credential",
                    "The wallet " + wallet.typed() + " knows no doors of that site. Activate a credential and check in"
                            + " first: lintel wallet checkin --wallet " + wallet.typed());
        }
        if (known.size() > 1) {
            throw CommandFailure.usage(
                    "cli.which-project",
                    "The wallet " + wallet.typed() + " knows the doors of " + known.size()
                            + " sites. Say whose with --project.");
        }
        return known.get(0);
    }
}
