package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.protocol.phone.CheckInOutcome;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Memberships;
import io.lintel.transport.tcp.TcpManagerClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks in with the managers of a wallet's credentials. */
@Command(
        name = "checkin",
        header = "Let a phone check in: renew leases, hear of revocations, learn of doors",
        description = {
            "",
            "Every credential checks in with the manager that activated it. One that was revoked is deleted from the "
                    + "phone, and the manager is told so. If anything fails on the way, run it again."
        },
        footer = {"", "Example:", "  lintel wallet checkin --wallet phone"})
public final class WalletCheckIn implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final WalletOption wallet = new WalletOption();

    @Option(
            names = "--manager",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where the manager is now, if it has moved since the activation.")
    private @Nullable HostAndPort moved;

    /** A command of this shell. */
    public WalletCheckIn(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Memberships memberships = wallet.memberships(shell, wallet.open(shell));
        List<Membership> all = memberships.all();
        if (all.isEmpty()) {
            throw CommandFailure.environment(
                    "cli.no-credential",
                    "The wallet " + wallet.typed() + " has no credential that checks in. Activate one first: lintel"
                            + " wallet activate CODE --wallet " + wallet.typed());
        }
        Table table = new Table("SERIAL", "OUTCOME", "CHECK IN BEFORE", "DOORS");
        List<Map<String, Object>> facts = new ArrayList<>();
        boolean refused = false;
        try (TcpManagerClient client = TcpManagerClient.open()) {
            CheckIn checkIn = new CheckIn(shell, memberships, client, Optional.ofNullable(moved), wallet.usage(shell));
            for (Membership membership : all) {
                CheckInOutcome outcome = checkIn.of(membership);
                refused |= outcome instanceof CheckInOutcome.Refused;
                facts.add(row(table, membership, outcome));
            }
        }
        shell.print(table.into(Answer.empty()).fact("credentials", facts));
        return refused ? ExitCode.REFUSED.number() : ExitCode.OK.number();
    }

    private static Map<String, Object> row(Table table, Membership membership, CheckInOutcome outcome) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("project", membership.project().value().toHex());
        fact.put("serial", membership.serial());
        fact.put("outcome", word(outcome));
        String leaseEnd = "";
        String doors = "";
        if (outcome instanceof CheckInOutcome.Kept kept) {
            leaseEnd = kept.credential().leaseEnd().toString();
            doors = Integer.toString(kept.membership().doorList().size());
            fact.put("leaseEnd", leaseEnd);
            fact.put("doors", kept.membership().doorList().size());
            fact.put("nextCheckIn", kept.membership().due().toString());
        } else if (outcome instanceof CheckInOutcome.Refused refused) {
            fact.put("reason", refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            fact.put("advice", refused.reason().advice());
        }
        table.row(Long.toString(membership.serial()), sentence(outcome), leaseEnd, doors);
        return fact;
    }

    private static String word(CheckInOutcome outcome) {
        if (outcome instanceof CheckInOutcome.Kept) {
            return "kept";
        }
        if (outcome instanceof CheckInOutcome.Refused) {
            return "refused";
        }
        return outcome instanceof CheckInOutcome.Forgotten ? "deleted" : "deleted-unconfirmed";
    }

    private static String sentence(CheckInOutcome outcome) {
        if (outcome instanceof CheckInOutcome.Kept) {
            return "active";
        }
        if (outcome instanceof CheckInOutcome.Refused refused) {
            return refused.reason().advice();
        }
        return outcome instanceof CheckInOutcome.Forgotten
                ? "revoked: deleted from the phone, and the manager knows"
                : "revoked: deleted from the phone; run this again to tell the manager";
    }
}
