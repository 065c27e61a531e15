package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.PhoneCheckIn;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A phone that has activated, and says in its check-ins what the test wants. */
final class CheckInPhone {

    static final String SOURCE = "192.0.2.1";

    final TestBench bench;
    final long serial;
    final ProjectTrust trust;
    final DhKeyPair holder;
    private final CryptoSuite crypto = TestBench.PRIMITIVES.suite(Suite.X25519);
    private final Bytes managerKey;
    Bytes statement;
    Held held;
    int number;

    /** A phone that has got a grant for its holder key from the manager that a ticket names. */
    CheckInPhone(TestBench bench, long serial, ActivationTicket ticket, DhKeyPair holder, ActivationGrant grant) {
        this.bench = bench;
        this.serial = serial;
        this.holder = holder;
        this.managerKey = ticket.managerKey();
        this.trust = ProjectTrust.pin(crypto, grant.signedRoot(), grant.issuingKeys());
        this.statement = grant.credential();
        this.held = new Held(
                Optional.of(reference(statement)),
                grant.keyEpoch(),
                grant.revocationList()
                        .map(list -> trust.verifyListAsIssued(list).value().listEpoch())
                        .orElse(0L),
                0,
                Optional.of(Held.digestOf(crypto, grant.issuingKeys())),
                0);
    }

    static CheckInPhone activate(TestBench bench, CredentialIssued issued) {
        Phone phone = bench.phone(Suite.X25519);
        ActivationGrant grant = ActivationTest.granted(phone.redeem(bench.manager, issued.activation()));
        return new CheckInPhone(bench, issued.serial(), issued.activation(), phone.holder(), grant);
    }

    Bytes reference(Bytes signed) {
        return crypto.sha256(signed).slice(0, 20);
    }

    CheckInRequest says(Holding holding) {
        return says(++number, holding, Phone.newRequestId(TestBench.RANDOM));
    }

    CheckInRequest says(int asNumber, Holding holding, Bytes requestId) {
        Held what = holding == Holding.HELD ? held : Held.NOTHING;
        return new CheckInRequest(
                requestId, asNumber, trust.project(), serial, holding, what, Optional.empty(), List.of());
    }

    /** Holds its credential, and brings receipts. */
    CheckInRequest brings(List<Bytes> receipts) {
        return new CheckInRequest(
                Phone.newRequestId(TestBench.RANDOM),
                ++number,
                trust.project(),
                serial,
                Holding.HELD,
                held,
                Optional.empty(),
                receipts);
    }

    /** From now on it has the list of an epoch. */
    void hasList(long epoch) {
        held = new Held(held.credential(), held.keyEpoch(), epoch, epoch, held.issuingKeys(), held.readersRevision());
    }

    PhoneCheckIn start(CheckInRequest request) {
        return start(request, holder);
    }

    PhoneCheckIn start(CheckInRequest request, DhKeyPair as) {
        return PhoneCheckIn.start(crypto, crypto.dhPublicKey(managerKey), as, request, crypto.generateDhKeyPair());
    }

    CheckInResult result(CheckInRequest request) {
        try (PhoneCheckIn session = start(request)) {
            return session.receive(bench.manager.phones().checkIn(session.request(), SOURCE));
        }
    }

    /** Checks in as phones do, and keeps what comes. */
    CheckInAnswer checkIn(Holding holding) {
        return checkIn(says(holding));
    }

    CheckInAnswer checkIn(CheckInRequest request) {
        CheckInAnswer answer =
                assertInstanceOf(CheckInResult.Answered.class, result(request)).answer();
        keep(answer);
        return answer;
    }

    /** Keeps what an answer brings. */
    void keep(CheckInAnswer answer) {
        answer.credential().ifPresent(renewed -> {
            statement = renewed;
            held = new Held(
                    Optional.of(reference(renewed)),
                    held.keyEpoch(),
                    held.listEpoch(),
                    held.headEpoch(),
                    held.issuingKeys(),
                    held.readersRevision());
        });
    }

    /** When the lease of the statement that it has ends. */
    Instant statedLeaseEnd() {
        return trust.verifyCredentialAsIssued(statement).value().leaseEnd();
    }

    Credential credential() {
        return trust.verifyCredential(statement, bench.clock.instant()).value();
    }
}
