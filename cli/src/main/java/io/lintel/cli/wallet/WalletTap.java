package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.HeldCredential;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.UsageCounters;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.tcp.TapUnderWay;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Taps a reader. */
@Command(
        name = "tap",
        header = "Tap a reader with the phone's wallet",
        description = {
            "",
            "The first tap at a reader is cold, later ones are fast. Exit status 1 when the door stays closed.",
            "Behind the answer the phone hands a newer revocation list to a reader that lacks it, and takes its receipt",
            "to the manager with the next check-in."
        },
        footer = {"", "Example:", "  lintel wallet tap --wallet phone --reader 127.0.0.1:7401 --repeat 100"})
public final class WalletTap implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int MAX_TAPS = 1_000_000;

    private final Shell shell;

    @Mixin
    private final WalletOption wallet = new WalletOption();

    @Option(
            names = "--reader",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where the reader is. Default: ${DEFAULT-VALUE}.")
    private HostAndPort reader = new HostAndPort("127.0.0.1", 7401);

    @Mixin
    private final BluetoothOptions bluetooth = new BluetoothOptions();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Tap so many times and tell the percentiles. Default: ${DEFAULT-VALUE}.")
    private int repeat = 1;

    @Option(
            names = "--trigger",
            paramLabel = "TRIGGER",
            description = "What made the phone tap: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Trigger trigger = Trigger.LIST;

    @Option(names = "--verified", description = "Claim that the phone verified the person for this tap.")
    private boolean verified;

    @Option(
            names = "--courier",
            paramLabel = "OCTETS",
            description = "How much of a revocation list the phone hands over at the most, 0 to carry nothing."
                    + " Default: ${DEFAULT-VALUE}.")
    private int courierOctets = CourierBudget.standard().octets();

    /** A command of this shell. */
    public WalletTap(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (repeat < 1 || repeat > MAX_TAPS) {
            throw CommandFailure.usage("cli.bad-repeat", "--repeat is 1 to " + MAX_TAPS + ", not " + repeat + ".");
        }
        if (courierOctets < 0 || courierOctets > CourierBudget.MAX_OCTETS) {
            throw CommandFailure.usage(
                    "cli.bad-courier",
                    "--courier is 0 to " + CourierBudget.MAX_OCTETS + " octets, not " + courierOctets + ".");
        }
        Wallet opened = wallet.openWithCredential(shell);
        TapTally tally = new TapTally();
        UsageCounters usage = wallet.usage(shell);
        opened.credentials().stream().map(HeldCredential::project).distinct().forEach(usage::started);
        try (TapWay way = bluetooth.isWanted()
                ? bluetooth.open(shell, trigger, opened, wallet.memberships(shell, opened))
                : TapWay.overTcp(shell, reader, TIMEOUT)) {
            for (int i = 0; i < repeat; i++) {
                tap(way, opened, tally, usage);
            }
        }
        if (repeat > 1) {
            shell.print(tally.summary());
        }
        return tally.exitCode().number();
    }

    private void tap(TapWay way, Wallet opened, TapTally tally, UsageCounters usage) {
        Set<Assurance> assurances = verified ? EnumSet.allOf(Assurance.class) : EnumSet.of(Assurance.DEVICE_UNLOCKED);
        TapRequest request = new TapRequest(new Intent(trigger, assurances), way.transport());
        PhoneSession session = opened.tap(request, shell.clock().instant());
        long began = System.nanoTime();
        CourierBudget budget =
                new CourierBudget(courierOctets, CourierBudget.standard().time());
        TapUnderWay underWay = way.tap(session, budget);
        TapResult result = await(underWay);
        Answer told = tally.add(result, System.nanoTime() - began);
        LocalDate today = LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC);
        session.project().ifPresent(project -> usage.tapped(project, result, today));
        if (repeat == 1 || !(result instanceof TapResult.Granted)) {
            tell(told, underWay);
        }
        underWay.carried().join();
    }

    /** A person hears at once how the tap ended; a program gets one object, with what came of the courier's work. */
    private void tell(Answer told, TapUnderWay underWay) {
        if (shell.usesJson()) {
            CourierReport carried = underWay.carried().join();
            Map<String, Object> facts = new LinkedHashMap<>(Map.of("octets", carried.octets()));
            carried.receiptEpoch().ifPresent(epoch -> facts.put("receiptEpoch", epoch));
            shell.print(told.fact("courier", facts));
            return;
        }
        shell.print(told);
        CourierReport carried = underWay.carried().join();
        if (carried.octets() > 0) {
            shell.print(Answer.saying("The reader took " + carried.octets() + " octets of a newer revocation list."));
        }
        carried.receiptEpoch()
                .ifPresent(epoch -> shell.print(Answer.saying("The reader enforces "
                        + (epoch == 0 ? "no revocation list" : "revocation list " + epoch)
                        + "; its receipt goes to the manager with the next check-in.")));
    }

    private static TapResult await(TapUnderWay underWay) {
        try {
            return underWay.result().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
