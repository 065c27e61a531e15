package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.phone.CheckInExchange;
import io.lintel.protocol.phone.CheckInOutcome;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.testing.MemoryMembershipStore;
import io.lintel.sdk.credential.CredentialIssued;
import java.util.List;
import java.util.Optional;

/** A phone as an app makes one: a wallet and its memberships, activated and checking in over the manager's own methods. */
final class SitePhone {

    private static final CryptoSuite CRYPTO = TestBench.PRIMITIVES.suite(Suite.X25519);

    final long serial;
    final Wallet wallet;
    private final TestBench bench;
    private final Memberships memberships;

    private SitePhone(TestBench bench, long serial, Wallet wallet, Memberships memberships) {
        this.bench = bench;
        this.serial = serial;
        this.wallet = wallet;
        this.memberships = memberships;
    }

    static SitePhone activate(TestBench bench, CredentialIssued issued) {
        Wallet wallet = new Wallet(
                new WalletPorts(new MemoryWalletStore(), TestBench.PRIMITIVES::suite, CryptoSuite::generateDhKeyPair),
                bench.clock.instant());
        Memberships memberships =
                new Memberships(wallet, new MemoryMembershipStore(), () -> Phone.newRequestId(TestBench.RANDOM));
        return activate(bench, wallet, memberships, issued);
    }

    /** Has the same phone hold another credential as well, and returns it as that one's holder. */
    SitePhone alsoHolding(CredentialIssued issued) {
        return activate(bench, wallet, memberships, issued);
    }

    private static SitePhone activate(
            TestBench bench, Wallet wallet, Memberships memberships, CredentialIssued issued) {
        Phone phone = bench.phone(Suite.X25519);
        ActivationGrant grant = ActivationTest.granted(phone.redeem(bench.manager, issued.activation()));
        wallet.enrol(
                new Enrolment(
                        grant.displayName(),
                        grant.signedRoot(),
                        grant.issuingKeys(),
                        grant.credential(),
                        phone.holder().privateKey().encoded(),
                        List.of(new ProjectKey(grant.keyEpoch(), grant.projectKey())),
                        grant.revocationList()),
                bench.clock.instant());
        grant.readerCertificates().forEach(certificate -> wallet.learnReader(certificate, bench.clock.instant()));
        memberships.join(
                ProjectTrust.pin(CRYPTO, grant.signedRoot(), List.of()).project(),
                issued.serial(),
                new ManagerContact(issued.activation().managerKey(), "manager"),
                bench.clock.instant());
        return new SitePhone(bench, issued.serial(), wallet, memberships);
    }

    /** Whether its app would have this credential check in now. */
    boolean isDue() {
        return memberships.due(bench.clock.instant()).stream().anyMatch(due -> due.serial() == serial);
    }

    /** Deletes the credential, as the person says. */
    void delete() {
        memberships.delete(membership().project(), serial);
    }

    private Membership membership() {
        return memberships.all().stream()
                .filter(membership -> membership.serial() == serial)
                .findFirst()
                .orElseThrow();
    }

    /** Checks in once. */
    CheckInOutcome checkIn() {
        Membership membership = membership();
        try (CheckInExchange exchange = memberships.begin(membership, Optional.empty())) {
            Bytes response = bench.manager.phones().checkIn(exchange.request(), CheckInPhone.SOURCE);
            return memberships.receive(exchange, response, bench.clock.instant());
        }
    }

    /** Gets what is new, and says at the next check-in that it has it. */
    void catchUp() {
        checkIn();
        checkIn();
    }
}
