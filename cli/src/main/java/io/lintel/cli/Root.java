package io.lintel.cli;

import io.lintel.cli.shell.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a word: says what there is. */
@Command(
        name = "lintel",
        header = "Mobile access credentials: a phone opens a door.",
        description = {"", "New here? Run the whole story once:  lintel demo"},
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions, after any command:%n",
        footer = {
            "",
            "By hand, in this order; each command tells the next one:",
            "  lintel site create --name \"Town hall\"",
            "  lintel person add Ada",
            "  lintel reader enroll --name \"Front door\" --dir front-door",
            "  lintel credential issue",
            "  lintel manager run                          (in a terminal of its own)",
            "  lintel wallet activate CODE --wallet phone",
            "  lintel reader run --config front-door/config.json    (in a terminal of its own)",
            "  lintel wallet tap --wallet phone",
            "  lintel credential revoke 1",
            "  lintel reader update --dir front-door",
            "  lintel ledger show",
            "",
            "More: lintel help COMMAND, and lintel help COMMAND VERB.",
            "",
            "Exit status:",
            "  0  done or granted",
            "  1  refused or denied",
            "  2  called wrongly",
            "  3  a file, port or peer is not as it must be",
            "  4  a defect of Lintel"
        })
final class Root implements Runnable {
    private final Shell shell;

    Root(Shell shell) {
        this.shell = shell;
    }

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print JSON, one object per line, instead of text.")
    void json(boolean wanted) {
        if (wanted) {
            shell.useJson();
        }
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    void debug(boolean wanted) {
        if (wanted) {
            shell.showStackTraces();
        }
    }

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT,
            usageHelp = true,
            description = "Say what the command does and how it is called.")
    void help(boolean wanted) {
        // picocli prints the help.
    }

    @Override
    public void run() {
        Lintel.commands(shell).usage(shell.out());
    }
}
