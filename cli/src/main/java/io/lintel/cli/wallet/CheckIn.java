package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.phone.CheckInExchange;
import io.lintel.protocol.phone.CheckInOutcome;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.UsageCounters;
import io.lintel.transport.tcp.TcpManagerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Checks in for one credential, and once more where that confirms a deletion. */
final class CheckIn {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** Order, confirmation, and the confirmation again where the wallet had been set back. */
    private static final int MAX_EXCHANGES = 3;

    private final Shell shell;
    private final Memberships memberships;
    private final TcpManagerClient client;
    private final Optional<HostAndPort> moved;
    private final UsageCounters usage;

    /** Asks the manager of each credential where it was at activation, or where it has moved to. */
    CheckIn(
            Shell shell,
            Memberships memberships,
            TcpManagerClient client,
            Optional<HostAndPort> moved,
            UsageCounters usage) {
        this.shell = shell;
        this.memberships = memberships;
        this.client = client;
        this.moved = moved;
        this.usage = usage;
    }

    /** Exchanges until there is nothing more to say; returns how it ended. */
    CheckInOutcome of(Membership membership) {
        CheckInOutcome outcome = once(membership);
        for (int exchanges = 1; exchanges < MAX_EXCHANGES && goesOn(outcome); exchanges++) {
            outcome = once(membership);
        }
        return outcome;
    }

    private static boolean goesOn(CheckInOutcome outcome) {
        return outcome instanceof CheckInOutcome.Deleted || outcome instanceof CheckInOutcome.Overtaken;
    }

    private CheckInOutcome once(Membership membership) {
        Optional<AppReport> report =
                usage.report(membership.project(), shell.clock().instant());
        try (CheckInExchange exchange = memberships.begin(membership, report)) {
            HostAndPort manager =
                    moved.orElseGet(() -> HostAndPort.parse(exchange.manager().address()));
            Bytes response = client.exchange(exchange.request(), manager.resolve(), TIMEOUT);
            Instant now = shell.clock().instant();
            CheckInOutcome outcome = memberships.receive(exchange, response, now);
            if (outcome instanceof CheckInOutcome.Kept kept) {
                usage.settle(kept, now);
            }
            return outcome;
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.environment(
                    "cli.no-credential",
                    "The wallet has a credential that it cannot use: " + unusable.getMessage()
                            + ". Activate it again.");
        }
    }
}
