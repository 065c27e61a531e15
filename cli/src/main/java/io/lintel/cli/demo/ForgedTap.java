package io.lintel.cli.demo;

import io.lintel.cli.shell.Shell;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.store.file.FileWalletStore;
import io.lintel.transport.tcp.TcpPhoneClient;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;

/** A tap by the modified phone of a {@link Forger}. */
final class ForgedTap {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private ForgedTap() {}

    /** Taps a reader with the credential of a wallet, forged. What this one writes goes elsewhere, so it taps cold. */
    static TapResult at(InetSocketAddress reader, Path wallet, Path elsewhere, Shell shell) {
        Primitives primitives = shell.primitives();
        Instant now = shell.clock().instant();
        Enrolment enrolment = FileWalletStore.open(wallet).enrolments().get(0);
        CryptoSuite suite = primitives.suite(ProjectTrust.suiteOf(enrolment.signedRoot()));
        Credential genuine = ProjectTrust.pin(suite, enrolment.signedRoot(), enrolment.issuingKeys())
                .verifyCredential(enrolment.signedCredential(), now)
                .value();
        CryptoSuite modified = Forger.modify(suite, enrolment.signedCredential(), genuine);
        WalletPorts ports =
                new WalletPorts(FileWalletStore.open(elsewhere), id -> modified, CryptoSuite::generateDhKeyPair);
        Wallet forging = new Wallet(ports, now);
        forging.enrol(enrolment, now);
        PhoneSession session = forging.tap(new TapRequest(Intent.of(Trigger.LIST), Transport.TCP), now);
        try (TcpPhoneClient client = TcpPhoneClient.open(shell.clock())) {
            return client.tap(session, reader, TIMEOUT).join();
        } catch (CompletionException e) {
            throw new StoryException("the modified phone could not tap", e);
        }
    }
}
