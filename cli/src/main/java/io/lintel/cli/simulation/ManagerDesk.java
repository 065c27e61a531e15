package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.protocol.phone.ManagerContact;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.RevokedFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The manager: issues, renews leases, revokes, publishes lists, answers check-ins, takes receipts and states bounds. Statements,
 * check-ins, lists and bounds are the product's own; in place of the database there are maps.
 */
final class ManagerDesk {
    private static final Duration NEXT_CHECK_IN = Duration.ofDays(1);

    /** Hears what the manager learns of readers, and states of the credentials that it revoked. */
    interface Listener {
        /** A bound at one reader, stated now. */
        void stated(long serial, ReaderRecord reader, Bound bound, Instant now);

        /** A reader enforces at least the list of an epoch, as the manager knows now. */
        void proven(ReaderRecord reader, long epoch, Instant now);
    }

    private final Project project;
    private final PublishedLists lists;
    private final Statements statements;
    private final Listener listener;
    private final DhKeyPair key;
    private final Map<Long, CredentialRecord> credentials = new HashMap<>();
    private final Map<Bytes, ReaderRecord> readers = new LinkedHashMap<>();
    private long lastSerial;
    private long refusedReceipts;

    ManagerDesk(Project project, Statements statements, Listener listener, Instant now) {
        this.project = project;
        this.lists = new PublishedLists(project, now);
        this.statements = statements;
        this.listener = listener;
        this.key = project.suite().generateDhKeyPair();
    }

    ManagerContact contact() {
        return new ManagerContact(key.publicKey().encoded(), "manager");
    }

    PublishedLists lists() {
        return lists;
    }

    /** Notes a reader that starts with the newest list. */
    void certify(Door door) {
        var certificate = door.certificate().value();
        readers.put(
                certificate.keyFingerprint(),
                new ReaderRecord(certificate, door.place().policy(), lists.epoch()));
    }

    /** Forgets the old keys of a reader that was reset, and notes the new ones: what the old ones signed counts no more. */
    void certifyAnew(Door door, Bytes oldKey, Instant now) {
        ReaderRecord before = Objects.requireNonNull(readers.remove(oldKey), "the reader was certified before");
        certify(door);
        ReaderRecord after =
                Objects.requireNonNull(readers.get(door.certificate().value().keyFingerprint()));
        listener.proven(after, after.facts().certifiedAt(), now);
        before.open().forEach((serial, facts) -> {
            if (!state(serial, after, facts, now)) {
                after.open().put(serial, facts);
            }
        });
    }

    /** Issues a credential with leases of a length, or with one that never ends. */
    Signed<Credential> issue(Bytes holderKey, Set<Integer> groups, Optional<Duration> lease, Instant now) {
        long serial = ++lastSerial;
        CredentialRecord issued = new CredentialRecord(serial, holderKey, groups, lease);
        credentials.put(serial, issued);
        return issued.sign(project, now);
    }

    /** Narrows a credential: the next check-in brings the new statement, if it comes to that. */
    void narrow(long serial, Instant now) {
        CredentialRecord narrowed = credential(serial);
        narrowed.narrow();
        narrowed.sign(project, now);
    }

    /**
     * Revokes a credential: publishes a list that names it, and states for each reader in its groups until when it may open.
     *
     * @return the list
     */
    Signed<RevocationList> revoke(long serial, Instant now) {
        CredentialRecord revoked = credential(serial);
        revoked.revoke();
        RevocationList before = lists.newest().value();
        Signed<RevocationList> list = lists.revoke(serial, now);
        RevokedFacts facts = new RevokedFacts(
                list.value().listEpoch(),
                statements.leaseEnd(revoked),
                Optional.empty(),
                Optional.of(before.expires()));
        readersOf(revoked).forEach(reader -> {
            reader.open().put(serial, facts);
            state(serial, reader, facts, now);
        });
        return list;
    }

    private Collection<ReaderRecord> readersOf(CredentialRecord credential) {
        Set<Integer> groups = statements.groups(credential);
        return readers.values().stream()
                .filter(reader -> !Collections.disjoint(reader.certificate().groups(), groups))
                .toList();
    }

    private boolean state(long serial, ReaderRecord reader, RevokedFacts facts, Instant now) {
        var bound = statements.bound(facts, reader.facts());
        listener.stated(serial, reader, bound, now);
        return bound.isOver(now);
    }

    /** Takes a receipt that a line or a phone brought, and states anew what it changes. */
    void receive(Bytes signedReceipt, Instant now) {
        Optional<ReaderRecord> sender = verified(signedReceipt);
        if (sender.isEmpty()) {
            refusedReceipts++;
        }
        sender.ifPresent(reader -> {
            listener.proven(reader, reader.facts().confirmed(), now);
            reader.open().entrySet().removeIf(open -> state(open.getKey(), reader, open.getValue(), now));
        });
    }

    /** Returns whose receipt it is, if it is that reader's, of a list that was published, and newer than the last. */
    private Optional<ReaderRecord> verified(Bytes signedReceipt) {
        try {
            Optional<ReaderRecord> sender = Optional.ofNullable(readers.get(ProjectTrust.readerKeyOf(signedReceipt)));
            return sender.filter(reader -> {
                Receipt receipt = project.trust()
                        .verifyReceipt(reader.certificate(), signedReceipt)
                        .value();
                return names(receipt) && reader.take(receipt);
            });
        } catch (StatementException forged) {
            return Optional.empty();
        }
    }

    /** Returns how many receipts were forged, stale or of keys that no longer count. */
    long refusedReceipts() {
        return refusedReceipts;
    }

    private boolean names(Receipt receipt) {
        return receipt.list().stream()
                .anyMatch(named -> lists.ofEpoch(named.epoch())
                        .filter(list -> list.fingerprint().equals(named.hash()))
                        .isPresent());
    }

    /** Answers a check-in. */
    Bytes answer(Bytes request, Instant now) {
        try (ManagerCheckIn opened = ManagerCheckIn.open(project.suite(), key, request)) {
            CheckInRequest said = opened.request();
            said.receipts().forEach(receipt -> receive(receipt, now));
            return opened.answer(answer(said, now), project.managerEphemerals().get());
        }
    }

    private CheckInAnswer answer(CheckInRequest said, Instant now) {
        CredentialRecord credential = credential(said.serial());
        int number = credential.heard(said.number());
        if (said.holding() != Holding.HELD) {
            return CheckInAnswer.of(number, Instruction.FORGET, NEXT_CHECK_IN, Reporting.NOT_WANTED);
        }
        if (credential.isRevoked()) {
            return CheckInAnswer.of(number, Instruction.DELETE, NEXT_CHECK_IN, Reporting.NOT_WANTED);
        }
        Signed<Credential> newest = credential.renewed(project, now);
        return new CheckInAnswer(
                number,
                Instruction.KEEP,
                Optional.of(newest)
                        .filter(signed -> !said.held().credential().equals(Optional.of(signed.reference())))
                        .map(Signed::bytes),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                lists.newsFor(said.held()),
                NEXT_CHECK_IN,
                Reporting.NOT_WANTED);
    }

    private CredentialRecord credential(long serial) {
        CredentialRecord found = credentials.get(serial);
        if (found == null) {
            throw new IllegalStateException("there is no credential " + serial);
        }
        return found;
    }
}
