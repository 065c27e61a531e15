package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.phone.AppDescription;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.UsageCounters;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.store.file.FileMembershipStore;
import io.lintel.store.file.FileUsageStore;
import io.lintel.store.file.FileWalletStore;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says in which directory a phone keeps its wallet. */
final class WalletOption {
    @Option(
            names = "--wallet",
            paramLabel = "DIR",
            description = "The directory of the phone's wallet. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("phone");

    /** The directory. */
    Path path(Shell shell) {
        return shell.resolve(directory);
    }

    /** The directory as the person typed it. */
    Path typed() {
        return directory;
    }

    /** Opens the wallet, which is made if it is not there. */
    Wallet open(Shell shell) {
        WalletPorts ports = new WalletPorts(store(shell), shell.primitives()::suite, CryptoSuite::generateEphemeral);
        return new Wallet(ports, shell.clock().instant());
    }

    /** Opens the check-ins of a wallet that {@link #open} opened. */
    Memberships memberships(Shell shell, Wallet wallet) {
        return new Memberships(
                wallet,
                FileMembershipStore.open(path(shell)),
                () -> shell.randomOctets(CheckInRequest.REQUEST_ID_SIZE_BYTES));
    }

    /** Opens what the wallet counts for the statistics of its sites. */
    UsageCounters usage(Shell shell) {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        return new UsageCounters(
                FileUsageStore.open(path(shell)), new AppDescription("terminal", system, "Lintel command"));
    }

    /** Opens the files of the wallet, which are made if they are not there. */
    FileWalletStore store(Shell shell) {
        return FileWalletStore.open(path(shell));
    }

    /** Opens a wallet that holds a credential. */
    Wallet openWithCredential(Shell shell) {
        if (Files.isDirectory(path(shell))) {
            Wallet wallet = open(shell);
            if (!wallet.credentials().isEmpty()) {
                return wallet;
            }
        }
        throw CommandFailure.environment(
                "cli.no-credential",
                "The wallet " + directory + " holds no credential that it can use. Activate one first: lintel wallet"
                        + " activate CODE --wallet " + directory);
    }
}
