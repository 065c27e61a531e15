package io.lintel.cli.statistics;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Sharing.Position;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a site shares with the operator. */
@Command(
        name = "share",
        header = "Say what a site shares with the operator",
        description = {
            "",
            "The manager follows at once. Phones and readers that report less often follow within 24 hours, and what "
                    + "they still send is dropped."
        },
        footer = {"", "Example:", "  lintel statistics share --statistics off"})
public final class StatisticsShare extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Option(
            names = "--statistics",
            paramLabel = "SWITCH",
            description = "${COMPLETION-CANDIDATES}: statistics, and copies of support requests. Default: as it is.")
    private @Nullable Position statistics;

    @Option(
            names = "--crash-reports",
            paramLabel = "SWITCH",
            description = "${COMPLETION-CANDIDATES}: a switch of its own. Default: as it is.")
    private @Nullable Position crashReports;

    /** A command of this shell. */
    public StatisticsShare(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Sharing before = manager.statistics().sharing(site.customer());
        ChangeSharing request = new ChangeSharing(
                site.customer(),
                statistics == null ? before.statistics().position() : statistics,
                crashReports == null ? before.crashReports().position() : crashReports);
        Sharing after = manager.statistics().change(command.id(shell()), request);
        return Answer.saying("Statistics are " + Words.of(after.statistics().position()) + ", crash reports are "
                        + Words.of(after.crashReports().position()) + ".")
                .fact("statistics", Words.of(after.statistics().position()))
                .fact("statisticsEffectiveBy", after.statistics().effectiveBy().toString())
                .fact("crashReports", Words.of(after.crashReports().position()))
                .fact(
                        "crashReportsEffectiveBy",
                        after.crashReports().effectiveBy().toString());
    }
}
