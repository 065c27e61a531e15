package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.noise.HandshakePattern;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The phone's credentials and what it knows of readers. Make one per store, {@link #enrol} what an activation returned,
 * and call {@link #tap} for each gesture.
 *
 * <p>Thread-safe. Signatures of what the store holds are checked when the wallet is made, and again for each reader
 * certificate the first time it is used.
 *
 * <p>The newest revocation list that any enrolment of a project brought holds for all of them, and none goes back to an
 * older one.
 */
public final class Wallet {
    private static final Logger LOG = LoggerFactory.getLogger(Wallet.class);

    static final HandshakePattern NOISE_PATTERN = HandshakePattern.named("KXpsk0");

    private static final Duration OPENER_WAIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_WAIT = Duration.ofSeconds(10);
    private static final int MAX_VERIFIED = 4096;

    private final WalletPorts ports;
    private final WalletRatchets ratchets;
    private final Gestures gestures = new Gestures();
    private final CourierBags bags;
    private volatile Sites sites;
    private final ConcurrentHashMap<Bytes, KnownReader> verified = new ConcurrentHashMap<>();

    /**
     * Opens a wallet over its store.
     *
     * <p>An enrolment whose signatures do not fit, or whose issuing key has expired, stays in the store and is not used.
     *
     * @throws WalletStoreException if the store cannot be read
     */
    public Wallet(WalletPorts ports, Instant now) {
        this.ports = ports;
        this.ratchets = new WalletRatchets(ports.store());
        this.bags = new CourierBags(ports.store());
        this.sites = Sites.of(usable(ports.store().enrolments(), now));
    }

    private List<Site> usable(List<Enrolment> enrolments, Instant now) {
        List<Site> usable = new ArrayList<>();
        for (Enrolment enrolment : enrolments) {
            try {
                usable.add(site(enrolment, now));
            } catch (StatementException | CryptoException unusable) {
                LOG.warn(
                        "\"{}\" cannot be used, activate it again: {}", enrolment.displayName(), unusable.getMessage());
            }
        }
        return usable;
    }

    /**
     * Adds a credential with all that belongs to it, durably, in place of one with the same project and serial. Where the
     * wallet holds a newer revocation list of the project, the enrolment gets that one.
     *
     * <p>A replaced holder key is not erased from memory here: a tap that is under way may be using it.
     *
     * @throws StatementException if a statement is malformed, not authentic, or below the minimum issuing epoch of the
     *     newest list; nothing is stored then
     * @throws CryptoException if the holder key is not the credential's; nothing is stored then
     */
    public synchronized void enrol(Enrolment enrolment, Instant now) {
        enrol(enrolment, site(enrolment, now), now);
    }

    private void enrol(Enrolment enrolment, Site asItCame, Instant now) {
        Optional<Enrolment> better = sites.betterInformedThan(asItCame).map(known -> known.inform(enrolment, asItCame));
        Enrolment informed = better.orElse(enrolment);
        Site site = better.map(changed -> site(changed, now)).orElse(asItCame);
        ports.store().saveEnrolment(site.project(), site.serial(), informed);
        Optional<Signed<RevocationList>> before = sites.newestList(site.project());
        sites = sites.with(site);
        before.ifPresent(old -> moved(site.project(), old));
    }

    private void moved(ProjectId project, Signed<RevocationList> before) {
        sites.newestList(project)
                .filter(after -> after.value().listEpoch() > before.value().listEpoch())
                .ifPresent(after -> bags.change(project, bag -> bag.moved(before, after)));
    }

    /**
     * Adds a reader's certificate, as activation and check-in bring them.
     *
     * @throws StatementException if it is malformed or not authentic
     * @throws IllegalArgumentException if no enrolment is of its project
     */
    public void learnReader(Bytes signedCertificate, Instant now) {
        for (Site site : sites.all()) {
            try {
                KnownReader reader = site.verified(signedCertificate, now);
                remember(site, reader.signed());
                keep(reader);
                return;
            } catch (StatementException | CryptoException ofAnotherSite) {
                // The next site may know it.
            }
        }
        throw new IllegalArgumentException("no site in this wallet trusts that reader certificate");
    }

    /** Begins a tap: one gesture, one session, for a channel that is about to open. */
    public PhoneSession tap(TapRequest request, Instant now) {
        return new PhoneSession(this, request, now.plus(OPENER_WAIT));
    }

    /** Returns what this wallet holds, for a person to read; the credential in use at each site stands last. */
    public List<HeldCredential> credentials() {
        return sites.all().stream().map(HeldCredential::of).toList();
    }

    Optional<Site> site(Bytes projectTag) {
        return sites.all().stream()
                .filter(site -> site.project().tag().equals(projectTag) && site.isCredentialRecent())
                .max(Comparator.comparing(site -> site.credential().value().issued()));
    }

    /** Returns the readers whose certificates count now; a store that cannot be read knows none, and the reader is asked. */
    List<KnownReader> readers(Site site, Bytes readerTag, Instant now) {
        List<KnownReader> known = new ArrayList<>();
        storedCertificates(site, readerTag).stream()
                .limit(WalletStore.MAX_CERTIFICATES_PER_TAG)
                .forEach(signed -> reader(site, signed, now).ifPresent(known::add));
        return known;
    }

    private List<Bytes> storedCertificates(Site site, Bytes readerTag) {
        try {
            return ports.store().readerCertificates(site.project(), readerTag);
        } catch (WalletStoreException failed) {
            LOG.warn("the reader's certificate is asked for again: {}", failed.getMessage());
            return List.of();
        }
    }

    /** Returns empty for one that counts no more: its reader will show a newer one. */
    private Optional<KnownReader> reader(Site site, Bytes signed, Instant now) {
        KnownReader cached = verified.get(signed);
        if (cached != null) {
            return site.isGood(cached, now) ? Optional.of(cached) : Optional.empty();
        }
        try {
            KnownReader fresh = site.verified(signed, now);
            keep(fresh);
            return Optional.of(fresh);
        } catch (StatementException | CryptoException expiredOrRevoked) {
            return Optional.empty();
        }
    }

    /** Keeps what a reader showed during a tap. Where the store fails, it is asked again next time. */
    void rememberIfPossible(Site site, KnownReader reader) {
        try {
            remember(site, reader.signed());
            keep(reader);
        } catch (WalletStoreException failed) {
            LOG.warn("the reader's certificate was not kept, the next tap asks for it again: {}", failed.getMessage());
        }
    }

    private void remember(Site site, Signed<ReaderCertificate> signed) {
        ReaderCertificate certificate = signed.value();
        ports.store()
                .saveReaderCertificate(site.project(), certificate.tag(), certificate.keyFingerprint(), signed.bytes());
    }

    private void keep(KnownReader reader) {
        if (verified.size() >= MAX_VERIFIED) {
            verified.clear();
        }
        verified.put(reader.signed().bytes(), reader);
    }

    /** Returns what the store holds of a credential that this wallet can use; its secrets are the caller's. */
    Optional<Enrolment> enrolment(ProjectId project, long serial) {
        Bytes wanted = sites.find(project, serial)
                .map(site -> site.credential().bytes())
                .orElse(Bytes.EMPTY);
        Optional<Enrolment> found = Optional.empty();
        for (Enrolment enrolment : ports.store().enrolments()) {
            if (enrolment.signedCredential().equals(wanted)) {
                found = Optional.of(enrolment);
            } else {
                enrolment.destroySecrets();
            }
        }
        return found;
    }

    /** Returns whether a credential is of an issuing epoch that its site has given up: it opens nothing before a check-in. */
    boolean isOutdated(ProjectId project, long serial) {
        return sites.find(project, serial)
                .filter(site -> !site.isCredentialRecent())
                .isPresent();
    }

    /** Returns how new the things are that a credential has on this phone. */
    Held held(Enrolment enrolment, int readersRevision) {
        Site site = siteOf(enrolment);
        return new Held(
                Optional.of(site.credential().reference()),
                enrolment.projectKeys().stream()
                        .mapToInt(ProjectKey::epoch)
                        .max()
                        .orElse(0),
                site.listEpoch(),
                bags.of(site.project()).headEpoch(),
                Optional.of(Held.digestOf(site.suite(), enrolment.issuingKeys())),
                readersRevision);
    }

    /**
     * Keeps what a check-in brought for a credential, durably; returns nothing, and keeps nothing, where any of it is not the
     * project's or not this credential's.
     */
    synchronized Optional<HeldCredential> renew(Enrolment held, CheckInAnswer answer, Instant now) {
        List<Bytes> certificates = answer.doors().map(Doors::all).orElse(List.of()).stream()
                .flatMap(door -> door.certificate().stream())
                .toList();
        try {
            Enrolment next = held.with(answer, siteOf(held).list(answer.list()));
            Site after = site(next, now);
            if (!after.replaces(siteOf(held))) {
                return Optional.empty();
            }
            List<Signed<ReaderCertificate>> good = after.good(certificates, now);
            Optional<Signed<ListHead>> head =
                    answer.list().head().map(signed -> after.trust().verifyListHead(signed, now));
            if (!next.equals(held)) {
                enrol(next, after, now);
            }
            good.forEach(certificate -> remember(after, certificate));
            head.filter(this::isOfNewestList)
                    .ifPresent(newest -> bags.change(after.project(), bag -> bag.withHead(newest)));
            return Optional.of(HeldCredential.of(after));
        } catch (StatementException | ListDeltaException | CryptoException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isOfNewestList(Signed<ListHead> head) {
        return sites.newestList(head.value().project())
                .filter(list -> list.fingerprint().equals(head.value().listHash()))
                .isPresent();
    }

    private Site siteOf(Enrolment enrolment) {
        return sites.all().stream()
                .filter(known -> known.credential().bytes().equals(enrolment.signedCredential()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what names a reader's key, where a credential's project vouches for its certificate. */
    Optional<Bytes> fingerprint(ProjectId project, Bytes signedCertificate) {
        return sites.all().stream()
                .filter(site -> site.project().equals(project))
                .flatMap(site -> site.fingerprint(signedCertificate).stream())
                .findFirst();
    }

    /** Takes a credential off the phone, durably. */
    synchronized void remove(ProjectId project, long serial) {
        ports.store().eraseEnrolment(project, serial);
        sites = sites.without(project, serial);
        if (sites.all().stream().noneMatch(site -> site.project().equals(project))) {
            bags.erase(project);
        }
    }

    private Site site(Enrolment enrolment, Instant now) {
        CryptoSuite suite = ports.suites().apply(ProjectTrust.suiteOf(enrolment.signedRoot()));
        return Site.of(suite, enrolment, now);
    }

    Instant answerDeadline(Instant now) {
        return now.plus(ANSWER_WAIT);
    }

    WalletPorts ports() {
        return ports;
    }

    CourierBags bags() {
        return bags;
    }

    WalletRatchets ratchets() {
        return ratchets;
    }

    Gestures gestures() {
        return gestures;
    }
}
