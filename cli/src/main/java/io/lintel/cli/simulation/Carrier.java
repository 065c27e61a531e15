package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.phone.CheckInExchange;
import io.lintel.protocol.phone.CheckInOutcome;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A person with a phone: the product's wallet with one credential, and where the person goes. */
final class Carrier {
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT);

    /** What the person does, above all when the credential is revoked. */
    enum Conduct {
        /** Uses the app as it is; a check-in deletes what is revoked. */
        HONEST,
        /** Keeps the phone from its manager from the revocation on, and tries doors. */
        THIEF,
        /** Carries stale and forged things to readers and manager, and is honest else. */
        HOSTILE_COURIER
    }

    private final long serial;
    private final Conduct conduct;
    private final List<Door> doors;
    private final Chance chance;
    private final Wallet wallet;
    private final Memberships memberships;

    Carrier(
            Project project,
            Function<DhKeyPair, Signed<Credential>> issue,
            ManagerContact manager,
            Conduct conduct,
            List<Door> doors,
            Chance chance,
            Instant now) {
        CryptoSuite suite = project.suite();
        DhKeyPair holder = suite.generateDhKeyPair();
        Signed<Credential> credential = issue.apply(holder);
        this.serial = credential.value().serial();
        this.conduct = conduct;
        this.doors = List.copyOf(doors);
        this.chance = chance;
        this.wallet = new Wallet(
                new WalletPorts(
                        storage(),
                        id -> suite,
                        ours -> project.phoneEphemerals().get()),
                now);
        wallet.enrol(
                new Enrolment(
                        "Site",
                        project.root(),
                        project.issuingKeys(),
                        credential.bytes(),
                        holder.privateKey().encoded(),
                        List.of(project.key()),
                        Optional.empty()),
                now);
        this.memberships = new Memberships(wallet, new MembershipStorage(), () -> chance.octets(16));
        memberships.join(project.id(), serial, manager, now);
    }

    private MemoryWalletStore storage() {
        return conduct == Conduct.HOSTILE_COURIER ? new TamperedStorage(chance.split()) : new MemoryWalletStore();
    }

    long serial() {
        return serial;
    }

    Conduct conduct() {
        return conduct;
    }

    /** Returns the doors where the person goes, the usual one first. */
    List<Door> doors() {
        return doors;
    }

    Chance chance() {
        return chance;
    }

    /** Returns whether the credential is still on the phone. */
    boolean holdsCredential() {
        return !wallet.credentials().isEmpty();
    }

    PhoneSession tap(Instant now) {
        return wallet.tap(GESTURE, now);
    }

    /**
     * Checks in.
     *
     * @param line carries the request to the manager and brings the response, if both come through
     */
    void checkIn(Function<Bytes, Optional<Bytes>> line, Instant now) {
        for (Membership membership : memberships.all()) {
            try (CheckInExchange exchange = memberships.begin(membership, Optional.empty())) {
                Optional<CheckInOutcome> outcome =
                        line.apply(exchange.request()).map(response -> memberships.receive(exchange, response, now));
                if (outcome.filter(CheckInOutcome.Deleted.class::isInstance).isPresent()) {
                    checkIn(line, now);
                }
            } catch (CheckInException notOurs) {
                throw new IllegalStateException("the manager's answer was not believed", notOurs);
            }
        }
    }
}
