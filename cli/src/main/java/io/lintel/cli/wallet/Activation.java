package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.PhoneActivation;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.store.file.FilePendingActivations;
import io.lintel.store.file.PendingActivation;
import io.lintel.transport.tcp.TcpManagerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a credential into a wallet. Killed at any point, it is repeated with the same code and gets the same credential:
 * key and request id are durable before the request leaves, and forgotten only after the credential is durable.
 */
final class Activation {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int REQUEST_ID_SIZE = 16;

    /** A manager that was restored from an old copy may know a code again that it does not know now. */
    private static final Set<ActivationRefusal> FOR_GOOD =
            EnumSet.of(ActivationRefusal.EXPIRED, ActivationRefusal.ALREADY_USED, ActivationRefusal.CREDENTIAL_ENDED);

    private final Shell shell;
    private final ActivationLink link;
    private final CryptoSuite suite;
    private final FilePendingActivations pending;
    private final WalletOption walletOption;

    Activation(Shell shell, ActivationLink link, WalletOption wallet) {
        this.shell = shell;
        this.link = link;
        this.suite = shell.primitives().suite(link.suite());
        this.pending = FilePendingActivations.open(wallet.path(shell));
        this.walletOption = wallet;
    }

    /**
     * What came.
     *
     * @param grant what the wallet holds now
     * @param handOffClaim what the person shows to the host system, at a site with self-service
     */
    record Outcome(VerifiedGrant grant, Optional<String> handOffClaim) {}

    /** Redeems the link's code into the wallet and returns what came. */
    Outcome into(Wallet wallet) {
        String code = link.code().text();
        try (PendingActivation begun =
                pending.begin(suite, link.managerKey(), code, () -> shell.randomOctets(REQUEST_ID_SIZE))) {
            ActivationGrant grant = grant(begun);
            Instant now = shell.clock().instant();
            VerifiedGrant verified =
                    VerifiedGrant.of(grant, suite, begun.holder().publicKey(), now);
            wallet.enrol(enrolment(grant, begun.holder()), now);
            walletOption
                    .memberships(shell, wallet)
                    .join(
                            verified.trust().project(),
                            verified.credential().value().serial(),
                            new ManagerContact(link.managerKey(), new HostAndPort(link.host(), link.port()).toString()),
                            now);
            verified.readerCertificates().forEach(certificate -> wallet.learnReader(certificate.bytes(), now));
            if (grant.handOffClaim().isEmpty()) {
                pending.end(suite, link.managerKey(), code);
            }
            // A project's code is redeemed again with the same key, for the same number and a fresh claim.
            walletOption.usage(shell).activated(verified.trust().project());
            return new Outcome(verified, grant.handOffClaim());
        }
    }

    private ActivationGrant grant(PendingActivation begun) {
        try (DhKeyPair ephemeral = suite.generateEphemeral();
                PhoneActivation activation = PhoneActivation.start(
                        suite,
                        suite.dhPublicKey(link.managerKey()),
                        link.code(),
                        begun.holder(),
                        begun.requestId(),
                        ephemeral)) {
            ActivationResult result = activation.receive(exchange(activation.request()));
            if (result instanceof ActivationResult.Activated activated) {
                return activated.grant();
            }
            throw refused((ActivationResult.Refused) result);
        }
    }

    private Bytes exchange(Bytes request) {
        try (TcpManagerClient client = TcpManagerClient.open()) {
            return client.exchange(request, new HostAndPort(link.host(), link.port()).resolve(), TIMEOUT);
        }
    }

    private CommandFailure refused(ActivationResult.Refused refused) {
        ActivationRefusal reason = refused.reason();
        if (FOR_GOOD.contains(reason)) {
            pending.end(suite, link.managerKey(), link.code().text());
        }
        String wait = refused.retryAfter()
                .map(time -> " Try again in " + time.toSeconds() + " s.")
                .orElse("");
        String code = "activation." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return CommandFailure.refused(code, reason.advice() + wait);
    }

    private static Enrolment enrolment(ActivationGrant grant, DhKeyPair holder) {
        return new Enrolment(
                grant.displayName(),
                grant.signedRoot(),
                grant.issuingKeys(),
                grant.credential(),
                holder.privateKey().encoded(),
                List.of(new ProjectKey(grant.keyEpoch(), grant.projectKey())),
                grant.revocationList());
    }
}
