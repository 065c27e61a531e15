package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.protocol.phone.HeldCredential;
import io.lintel.store.file.UnreadableEnrolment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what a wallet holds. */
@Command(
        name = "show",
        header = "Show the credentials that a wallet holds",
        footer = {"", "Example:", "  lintel wallet show --wallet phone"})
public final class WalletShow implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final WalletOption wallet = new WalletOption();

    /** A command of this shell. */
    public WalletShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Table table = new Table("SITE", "SERIAL", "VALID FROM", "VALID UNTIL", "CHECK IN BEFORE");
        List<Map<String, Object>> facts = new ArrayList<>();
        for (HeldCredential held : wallet.openWithCredential(shell).credentials()) {
            String until = held.validUntil().map(Object::toString).orElse("unlimited");
            table.row(
                    held.displayName(),
                    Long.toString(held.serial()),
                    held.validFrom().toString(),
                    until,
                    held.leaseEnd().toString());
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("site", held.displayName());
            fact.put("project", held.project().value().toHex());
            fact.put("serial", held.serial());
            fact.put("validFrom", held.validFrom().toString());
            fact.put("validUntil", until);
            fact.put("leaseEnd", held.leaseEnd().toString());
            facts.add(fact);
        }
        Answer answer = table.into(Answer.empty()).fact("credentials", facts);
        List<String> unreadable = wallet.store(shell).unreadableEnrolments().stream()
                .map(UnreadableEnrolment::reason)
                .toList();
        unreadable.forEach(reason -> answer.line("Not usable: " + reason));
        shell.print(answer.fact("unreadable", unreadable));
        return ExitCode.OK.number();
    }
}
