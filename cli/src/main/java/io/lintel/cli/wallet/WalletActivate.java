package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.InputLine;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.handoff.HandOffClaim;
import io.lintel.transport.session.TransportException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Puts a credential into a phone's wallet. */
@Command(
        name = "activate",
        header = "Put a credential into a phone's wallet, with the code or link that \"credential issue\" showed",
        description = {
            "",
            "The phone makes its own key and proves it to the manager. If anything fails on the way, run it "
                    + "again with the same code: it gets the same credential."
        },
        footer = {"", "Example:", "  lintel wallet activate 0123456789abcdefABCD --wallet phone"})
public final class WalletActivate implements Callable<Integer> {
    private static final String FROM_INPUT = "-";

    private final Shell shell;

    @Mixin
    private final WalletOption wallet = new WalletOption();

    @Mixin
    private final ManagerOptions manager = new ManagerOptions();

    @Parameters(
            paramLabel = "CODE|LINK",
            description = "The 20 characters, or what the QR code says (lintel:1:...); - reads it from standard input,"
                    + " where no other user of the machine sees it.")
    private String typed = "";

    /** A command of this shell. */
    public WalletActivate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ActivationLink link = manager.link(shell, typed.equals(FROM_INPUT) ? InputLine.read(shell.in()) : typed);
        Wallet opened = wallet.open(shell);
        Activation.Outcome outcome = redeem(link, opened);
        VerifiedGrant grant = outcome.grant();
        Credential credential = grant.credential().value();
        int readers = grant.readerCertificates().size();
        String site = opened.credentials().get(opened.credentials().size() - 1).displayName();
        Answer answer = Answer.saying("Credential " + credential.serial() + " of \"" + site
                        + "\" is on the phone, with " + readers + (readers == 1 ? " door." : " doors."))
                .line("It works until " + credential.leaseEnd() + " without a check-in.");
        outcome.handOffClaim()
                .ifPresent(claim -> answer.line("")
                        .line("Your access number is " + credential.accessNumber()
                                + ". Register it with this claim within " + HandOffClaim.VALIDITY.toDays() + " days:")
                        .line("  " + claim)
                        .fact("accessNumber", credential.accessNumber())
                        .fact("handOffClaim", claim));
        shell.print(answer.fact("site", site)
                .fact("project", credential.project().value().toHex())
                .fact("serial", credential.serial())
                .fact("readers", readers)
                .fact("leaseEnd", credential.leaseEnd().toString())
                .next(
                        "run the reader in a terminal of its own, and tap",
                        "lintel reader run --config front-door/config.json",
                        "lintel wallet tap --wallet " + wallet.typed()));
        return ExitCode.OK.number();
    }

    private Activation.Outcome redeem(ActivationLink link, Wallet opened) {
        try {
            return new Activation(shell, link, wallet).into(opened);
        } catch (TransportException.ConnectionLost silent) {
            // A manager says nothing to a request that was not made for its key.
            throw CommandFailure.environment(
                    silent.errorCode(),
                    "The manager at " + link.host() + ":" + link.port()
                            + " closed the connection without an answer. Run"
                            + " the same command again; if that does not help, the code or link is another manager's.");
        }
    }
}
