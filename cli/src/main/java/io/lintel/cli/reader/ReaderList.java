package io.lintel.cli.reader;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteOption;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists readers. */
@Command(
        name = "list",
        header = "List the enrolled readers of a site",
        footer = {"", "Example:", "  lintel reader list"})
public final class ReaderList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    /** A command of this shell. */
    public ReaderList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, manager -> answer(manager, site.choose(manager))));
        return ExitCode.OK.number();
    }

    private static Answer answer(Manager manager, Site site) {
        Table table = new Table("READER", "NAME", "GROUPS", "TECHNOLOGY", "ENROLLED");
        List<Map<String, Object>> facts = new ArrayList<>();
        List<EnrolledReader> readers = Pages.all(
                after -> manager.readers().list(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                EnrolledReader::number);
        for (EnrolledReader reader : readers) {
            List<Integer> groups = List.copyOf(new TreeSet<>(reader.groups()));
            String technology = reader.technology().name().toLowerCase(Locale.ROOT);
            table.row(
                    Integer.toString(reader.number()),
                    reader.name(),
                    groups.toString(),
                    technology,
                    reader.enrolled().toString());
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("reader", reader.number());
            fact.put("name", reader.name());
            fact.put("groups", groups);
            fact.put("technology", technology);
            fact.put("enrolled", reader.enrolled().toString());
            facts.add(fact);
        }
        return table.into(Answer.empty()).fact("readers", facts);
    }
}
