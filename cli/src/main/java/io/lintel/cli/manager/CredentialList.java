package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists credentials. */
@Command(
        name = "list",
        header = "List the credentials of a site with their state",
        footer = {"", "Example:", "  lintel credential list"})
public final class CredentialList implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    /** A command of this shell. */
    public CredentialList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, manager -> answer(manager, site.choose(manager))));
        return ExitCode.OK.number();
    }

    private static Answer answer(Manager manager, Site site) {
        Table table = new Table("SERIAL", "PERSON", "ACCESS NUMBER", "STATE", "VALID FROM", "VALID UNTIL");
        List<Map<String, Object>> facts = new ArrayList<>();
        List<IssuedCredential> credentials = Pages.all(
                after -> manager.credentials().list(site.customer(), after, Manager.MAX_PAGE),
                IssuedCredential::serial);
        for (IssuedCredential credential : credentials) {
            String state = credential.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String until = credential.terms().validUntil().map(Object::toString).orElse("unlimited");
            table.row(
                    Long.toString(credential.serial()),
                    Long.toString(credential.person()),
                    Long.toString(credential.accessNumber()),
                    state,
                    credential.terms().validFrom().toString(),
                    until);
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("serial", credential.serial());
            fact.put("person", credential.person());
            fact.put("accessNumber", credential.accessNumber());
            fact.put("state", state);
            fact.put("validFrom", credential.terms().validFrom().toString());
            fact.put("validUntil", until);
            facts.add(fact);
        }
        return table.into(Answer.empty()).fact("credentials", facts);
    }
}
