package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.sdk.Manager;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists sites. */
@Command(
        name = "list",
        header = "List the sites with their credit",
        footer = {"", "Example:", "  lintel site list --db lintel.db"})
public final class SiteList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    /** A command of this shell. */
    public SiteList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, SiteList::answer));
        return ExitCode.OK.number();
    }

    private static Answer answer(Manager manager) {
        Table table = new Table("ID", "NAME", "SUITE", "PROFILE", "PAID", "TRIAL");
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Site site : manager.sites().list()) {
            Buckets credit = manager.credits().balance(site.customer());
            table.row(
                    site.customer().value(),
                    site.name(),
                    site.suite().noiseName(),
                    site.profileName(),
                    Long.toString(credit.paid()),
                    Long.toString(credit.trial()));
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("site", site.customer().value());
            fact.put("name", site.name());
            fact.put("suite", site.suite().noiseName());
            fact.put("profile", site.profileName());
            fact.put("paid", credit.paid());
            fact.put("trial", credit.trial());
            facts.add(fact);
        }
        return table.into(Answer.empty()).fact("sites", facts);
    }
}
