package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.phone.Membership.Deleted;
import io.lintel.protocol.phone.Membership.Outstanding;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The check-ins of a wallet's credentials: make one beside the {@link Wallet}, {@link #join} after each activation, and for
 * each of {@link #due}
 *
 * <pre>{@code
 * try (CheckInExchange exchange = memberships.begin(membership, report, now)) {
 *     Bytes response = ...; // carry exchange.request() to exchange.manager()
 *     CheckInOutcome outcome = memberships.receive(exchange, response, now);
 * }
 * }</pre>
 *
 * <p>Killed at any point, it is repeated and comes to the same end: what a request says is durable before the request
 * exists, and what an answer brings is durable before the request is forgotten. One process at a time checks in; others may
 * tap meanwhile. Thread-safe, one exchange after the other.
 */
public final class Memberships {
    private final Wallet wallet;
    private final MembershipStore store;
    private final Supplier<Bytes> requestIds;

    /**
     * Opens the memberships beside a wallet, and ends a deletion that was interrupted.
     *
     * @param requestIds draws 16 random octets
     * @throws WalletStoreException if the store cannot be read
     */
    public Memberships(Wallet wallet, MembershipStore store, Supplier<Bytes> requestIds) {
        this.wallet = wallet;
        this.store = store;
        this.requestIds = requestIds;
        for (Membership membership : store.memberships()) {
            membership.deleted().ifPresent(deleted -> {
                wallet.remove(membership.project(), membership.serial());
                deleted.holderKey().close();
            });
        }
    }

    /** Notes whom a credential checks in with, durably; its first check-in is due at once. */
    public synchronized void join(ProjectId project, long serial, ManagerContact manager, Instant now) {
        store.saveMembership(Membership.begin(project, serial, manager, now));
    }

    /**
     * Returns the memberships of the credentials that are on the phone, or were until the person hears of it. An app that the
     * person starts checks in with all of them, due or not: a revocation may wait for that ({@code REV-04}).
     */
    public List<Membership> all() {
        List<Membership> all = store.memberships();
        all.forEach(Memberships::destroySecrets);
        return all;
    }

    /**
     * Returns those whose check-in is due, whose deletion is to be confirmed, or whose credential opens nothing until it was
     * renewed, because another one's check-in has brought word of new issuing keys.
     */
    public List<Membership> due(Instant now) {
        return all().stream()
                .filter(membership -> membership.isDue(now)
                        || membership.deleted().isPresent()
                        || wallet.isOutdated(membership.project(), membership.serial()))
                .toList();
    }

    /**
     * Returns the published door whose reader has these tags, as openers and advertisements carry them in clear; empty where
     * the sites published none, or not its certificate.
     */
    public Optional<Door> door(Bytes projectTag, Bytes readerTag) {
        for (Membership membership : all()) {
            if (membership.project().tag().equals(projectTag)) {
                for (Door door : membership.doorList()) {
                    Optional<Bytes> key =
                            door.certificate().flatMap(it -> wallet.fingerprint(membership.project(), it));
                    if (key.filter(found -> found.startsWith(readerTag)).isPresent()) {
                        return Optional.of(door);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the file of readers for all doors of a project, as the app's list exports it ({@code RDR-12}): JSON in ASCII,
     * without secrets, in the form of {@code spec/readers.md}. A door that several credentials pass stands in it once.
     */
    public String exportDoors(ProjectId project) {
        Map<Integer, DoorFile.Entry> entries = new TreeMap<>();
        for (Membership membership : all()) {
            if (membership.project().equals(project)) {
                membership
                        .doorList()
                        .forEach(door -> entries.put(
                                door.readerNumber(),
                                new DoorFile.Entry(
                                        door,
                                        door.certificate().flatMap(signed -> wallet.fingerprint(project, signed)))));
            }
        }
        return DoorFile.of(List.copyOf(entries.values()));
    }

    /**
     * Deletes a credential because the person said so ({@code DEV-18}), durably; the next check-in reports it.
     *
     * @throws IllegalArgumentException if the wallet holds no such credential, or it was never joined
     */
    public synchronized void delete(ProjectId project, long serial) {
        delete(require(project, serial), Holding.DELETED_BY_PERSON);
    }

    /** The record comes first: a process that dies between the two deletes when it starts again. */
    private void delete(Membership membership, Holding by) {
        Enrolment enrolment = enrolment(membership);
        store.saveMembership(membership.deleted(new Deleted(by, enrolment.signedRoot(), enrolment.holderKey())));
        enrolment.holderKey().close();
        wallet.remove(membership.project(), membership.serial());
    }

    /**
     * Begins a check-in, or an attempt to repeat the one that was not answered.
     *
     * @param which whose, as {@link #all} or {@link #due} returned it
     * @param report what the app counted since its last report; kept back where the site wants none, and where an
     *     unanswered request said something else already
     * @throws IllegalArgumentException if there is no such membership any more, or the wallet cannot use its credential
     */
    public synchronized CheckInExchange begin(Membership which, Optional<AppReport> report) {
        Membership membership = fixed(require(which.project(), which.serial()), report);
        if (membership.deleted().isPresent()) {
            Deleted deleted = membership.deleted().get();
            return begin(membership, deleted.signedRoot(), deleted.holderKey(), Held.NOTHING);
        }
        Enrolment enrolment = enrolment(membership);
        Held held =
                wallet.held(enrolment, membership.doors().map(Doors::revision).orElse(0));
        return begin(membership, enrolment.signedRoot(), enrolment.holderKey(), held);
    }

    private CheckInExchange begin(Membership membership, Bytes signedRoot, SecretBytes holderKey, Held held) {
        CryptoSuite suite = wallet.ports().suites().apply(ProjectTrust.suiteOf(signedRoot));
        Outstanding outstanding = membership.outstanding().orElseThrow();
        CheckInRequest said = new CheckInRequest(
                outstanding.requestId(),
                membership.number(),
                membership.project(),
                membership.serial(),
                outstanding.holding(),
                held,
                outstanding.report(),
                wallet.bags().of(membership.project()).undelivered().stream()
                        .limit(CheckInRequest.MAX_RECEIPTS)
                        .toList());
        try (holderKey) {
            return CheckInExchange.begin(
                    suite,
                    membership,
                    said,
                    suite.dhKeyPair(holderKey),
                    wallet.ports().ephemerals().apply(suite));
        }
    }

    /** Fixes what the request will say, durably, unless an unanswered one says it already. */
    private Membership fixed(Membership membership, Optional<AppReport> report) {
        boolean repeats = membership
                .outstanding()
                .filter(asked -> asked.holding() == membership.holding())
                .isPresent();
        if (repeats) {
            return membership;
        }
        Optional<AppReport> wanted = report.filter(counted -> membership.reporting() == Reporting.WANTED);
        Membership asking = membership.asking(new Outstanding(requestIds.get(), membership.holding(), wanted));
        store.saveMembership(asking);
        return asking;
    }

    /**
     * Takes the manager's response and does what it says, durably.
     *
     * @throws CheckInException where it is not the manager's response to this request, or brings what does not belong to the
     *     credential's project; nothing has changed then
     * @throws WalletStoreException where the phone's storage failed; repeat the check-in
     */
    public synchronized CheckInOutcome receive(CheckInExchange exchange, Bytes response, Instant now) {
        CheckInResult result = exchange.session().receive(response);
        Membership membership = exchange.membership();
        if (result instanceof CheckInResult.Refused refused) {
            if (refused.reason() == CheckInRefusal.UNKNOWN_CREDENTIAL
                    && membership.deleted().isPresent()) {
                store.eraseMembership(membership.project(), membership.serial());
            }
            return new CheckInOutcome.Refused(refused.reason(), refused.retryAfter());
        }
        CheckInAnswer answer = ((CheckInResult.Answered) result).answer();
        CheckInOutcome outcome = switch (answer.instruction()) {
            case KEEP -> keep(exchange, answer, now);
            case DELETE -> obey(membership, answer);
            case FORGET -> forget(membership);
        };
        List<Bytes> receipts = exchange.said().receipts();
        if (!receipts.isEmpty()) {
            wallet.bags().change(membership.project(), bag -> bag.delivered(receipts));
        }
        return outcome;
    }

    private CheckInOutcome keep(CheckInExchange exchange, CheckInAnswer answer, Instant now) {
        Membership membership = exchange.membership();
        if (membership.deleted().isPresent()) {
            throw new CheckInException();
        }
        HeldCredential credential =
                wallet.renew(enrolment(membership), answer, now).orElseThrow(CheckInException::new);
        Membership answered = membership
                .above(answer.number())
                .answered(answer.doors(), answer.reporting(), now, now.plus(next(exchange, answer)));
        store.saveMembership(answered);
        // A higher number tells that the manager took this request for an old one, report and all.
        Optional<AppReport> reported = exchange.said().report().filter(taken -> answer.number() == membership.number());
        return new CheckInOutcome.Kept(credential, answered, reported);
    }

    /** Receipts for which one request had no room are not kept waiting. */
    private Duration next(CheckInExchange exchange, CheckInAnswer answer) {
        int carried = exchange.said().receipts().size();
        boolean more = carried == CheckInRequest.MAX_RECEIPTS
                && wallet.bags()
                                .of(exchange.membership().project())
                                .undelivered()
                                .size()
                        > carried;
        return more ? CheckInAnswer.MIN_NEXT_CHECK_IN : answer.nextCheckIn();
    }

    private CheckInOutcome obey(Membership membership, CheckInAnswer answer) {
        if (membership.deleted().isPresent()) {
            Membership kept = require(membership.project(), membership.serial());
            store.saveMembership(kept.above(answer.number()));
            destroySecrets(kept);
            return new CheckInOutcome.Overtaken();
        }
        delete(membership.above(answer.number()), Holding.DELETED_AS_TOLD);
        return new CheckInOutcome.Deleted();
    }

    /** Nothing is on record that was not deleted: a manager that says so of a credential in use is not believed. */
    private CheckInOutcome forget(Membership membership) {
        if (membership.deleted().isEmpty()) {
            throw new CheckInException();
        }
        store.eraseMembership(membership.project(), membership.serial());
        return new CheckInOutcome.Forgotten();
    }

    private Membership require(ProjectId project, long serial) {
        return store.membership(project, serial)
                .orElseThrow(() -> new IllegalArgumentException("no such credential has joined a manager"));
    }

    private Enrolment enrolment(Membership membership) {
        return wallet.enrolment(membership.project(), membership.serial())
                .orElseThrow(() -> new IllegalArgumentException("the wallet cannot use that credential"));
    }

    private static void destroySecrets(Membership membership) {
        membership.deleted().ifPresent(deleted -> deleted.holderKey().close());
    }
}
