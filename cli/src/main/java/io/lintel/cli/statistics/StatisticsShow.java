package io.lintel.cli.statistics;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.Sharing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a site has counted on a day. */
@Command(
        name = "show",
        header = "Show what a site counted on a day, as the operator would get it, and what it shares",
        description = {
            "",
            "Sums of one day and tables of phones without small groups: no person, no phone, no reader and no time of "
                    + "day is in them. The tables are there when the day is over."
        },
        footer = {"", "Example:", "  lintel statistics show --day 2026-11-20"})
public final class StatisticsShow extends SiteCommand {
    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "Which day, UTC. Default: today.")
    private @Nullable LocalDate day;

    /** A command of this shell. */
    public StatisticsShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        LocalDate wanted =
                day == null ? shell().clock().instant().atOffset(ZoneOffset.UTC).toLocalDate() : day;
        ProjectReport report = manager.statistics().report(site.customer(), wanted);
        Sharing sharing = manager.statistics().sharing(site.customer());
        Answer answer = Answer.saying(
                        "Statistics are " + Words.of(sharing.statistics().position()) + ", crash reports are "
                                + Words.of(sharing.crashReports().position()) + ".")
                .fact("date", wanted.toString())
                .fact("statistics", Words.of(sharing.statistics().position()))
                .fact(
                        "statisticsEffectiveBy",
                        sharing.statistics().effectiveBy().toString())
                .fact("crashReports", Words.of(sharing.crashReports().position()))
                .fact("counts", report.counts())
                .fact("report", report.json());
        report.counts().forEach((counter, count) -> answer.line("  " + Words.of(counter) + ": " + count));
        report.phones().forEach((dimension, table) -> {
            table.shown()
                    .forEach((value, phones) ->
                            answer.line("  phones by " + Words.of(dimension) + ", " + value + ": " + phones));
            answer.line("  phones by " + Words.of(dimension) + ", others: " + table.others());
        });
        return report.isEmpty() ? answer.line("Nothing was counted on " + wanted + ".") : answer;
    }
}
