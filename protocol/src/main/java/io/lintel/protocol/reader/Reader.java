package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.noise.HandshakePattern;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.reader.EphemeralPool.Ephemeral;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.OpenerPayload;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A door's reader: its identity, what its site told it, and the tables that all its taps share. Call {@link #open} once
 * per channel and drive the {@link ReaderSession} that it returns.
 *
 * <p>Thread-safe. What it learns from taps is forgotten at a restart; a new instance announces a new state epoch, so phones
 * tap cold once. Lists, and the little that must not be forgotten, are in its {@link ReaderMemory}. See spec/protocol.md 4.
 */
public final class Reader implements AutoCloseable {
    private static final HandshakePattern NOISE_PATTERN = HandshakePattern.named("KXpsk0");

    private final Object openings = new Object();
    private final Bytes stateEpoch;
    private final Bytes projectTag;
    private final Bytes readerTag;
    volatile Services services;
    private volatile @Nullable Announcement announcement;

    /**
     * Makes a reader and its first ephemeral key pair.
     *
     * @throws IllegalArgumentException if identity, configuration and suite do not belong together
     * @throws ReaderMemoryException if the memory cannot be read, or the configuration's list cannot be kept
     */
    public Reader(ReaderIdentity identity, ReaderConfiguration configuration, ReaderPorts ports, Instant now) {
        CryptoSuite suite = ports.suite();
        if (configuration.trust().suite() != suite.id()) {
            throw new IllegalArgumentException(
                    "the site speaks " + configuration.trust().suite() + ", not " + suite.id());
        }
        requireFit(identity, configuration);
        Set<Integer> groups = identity.certificate().value().groups();
        ReaderLimits limits = configuration.limits();
        Notebook notebook = new Notebook(ports.memory());
        ReaderCounters counters = new ReaderCounters();
        RunningDecisions decisions = new RunningDecisions();
        this.services = new Services(
                ports,
                identity,
                configuration,
                new ResumptionTable(suite, limits.resumptions()),
                new EphemeralPool(ports.ephemerals(), limits.ephemerals(), limits.ephemeralLifetime()),
                new Directory(configuration.directory(), limits.directory()),
                new FailureBudget(limits.failedColdBurst(), limits.failedColdEvery(), now),
                counters,
                notebook,
                new ListInForce(configuration.trust(), groups, ports.memory(), notebook, configuration.list()),
                decisions,
                new Receipts(identity, new StatementSigner(suite), configuration.revision(), notebook, decisions),
                new ClockFloor(notebook.notes().clockFloor()),
                new CourierDesk(new Keeper(), counters, limits.courierOctets(), now),
                () -> services);
        raiseFloor();
        this.stateEpoch = ports.randomness().next(Lengths.STATE_EPOCH);
        this.projectTag = configuration.trust().project().tag();
        this.readerTag = OpenerHeader.readerTag(suite, identity.dh().publicKey().encoded());
    }

    /**
     * Goes on by another configuration of this reader. What is decided from now on is decided by it, of taps under way too,
     * so that no receipt names a revision while a door still opens by the one before; but those taps end with the keys that
     * they began with. What was learnt from taps stays, and so does a list that is newer than the one inside. Tables
     * keep the sizes that they were made with.
     *
     * <p>Whoever calls this has made the artefact durable, because receipts name its revision from now on. The reader needs it
     * until it is closed or has the next one; the one before may be closed when this returns. Where somebody waits for a
     * {@linkplain #receipt receipt}, this waits as well.
     *
     * @throws IllegalStateException in an {@link AccessPolicy}, which it would wait for
     * @throws ReaderArtefactException if a key signed it that a list of this reader has given up
     * @throws StatementException if a credential of the directory is malformed or not authentic
     * @throws IllegalArgumentException if the artefact is of another project, or names other keys than this reader's
     * @throws ReaderMemoryException if the list inside could not be kept; the reader goes on as before, and it may be tried
     *     again
     */
    public void adopt(ReaderArtefact artefact) {
        services.decisions().refuseWhileDeciding("adopting a configuration");
        adoptNext(artefact);
    }

    private synchronized void adoptNext(ReaderArtefact artefact) {
        Services before = services;
        ReaderConfiguration configuration = artefact.settings(before.suite());
        ReaderIdentity identity = new ReaderIdentity(
                before.identity().dh(), before.identity().signing(), artefact.certificate(configuration));
        requireFit(identity, configuration);
        ProjectTrust site = configuration.trust();
        if (!site.project().equals(before.configuration().trust().project())) {
            throw new IllegalArgumentException("the configuration is of another project; enroll the reader again");
        }
        artefact.requireIssuedFrom(before.list().minimumIssuingEpoch());
        before.list().adopt(site, identity.certificate().value().groups(), configuration.list());
        raiseFloor();
        before.directory().adopt(configuration.directory());
        synchronized (openings) {
            services = before.with(identity, configuration);
        }
        before.receipts().adopt(configuration.revision());
    }

    /** The site's tag, 4 octets, by which a reader says in the open to whom it belongs. */
    public Bytes projectTag() {
        return projectTag;
    }

    /** This reader's tag, 4 octets: the beginning of its static key's SHA-256. */
    public Bytes tag() {
        return readerTag;
    }

    /** Begins a tap on a channel that has just opened. Costs no key generation while the pool has a key pair. */
    public ReaderSession open(Transport transport, Instant now) {
        Bytes nonce = services.ports().randomness().next(Lengths.NONCE);
        Services current;
        OpenerKeys keys;
        synchronized (openings) { // whoever adopts another configuration may close this one's project key afterwards
            current = services;
            keys = new OpenerKeys(
                    current.suite(), current.configuration().projectKey().key(), nonce);
        }
        return open(current, transport, nonce, keys, now);
    }

    private ReaderSession open(Services current, Transport transport, Bytes nonce, OpenerKeys keys, Instant now) {
        CryptoSuite suite = current.suite();
        ReaderConfiguration configuration = current.configuration();
        Bytes header = new OpenerHeader(
                        suite.id().id(), configuration.projectKey().epoch(), projectTag, readerTag, nonce)
                .encode();
        Ephemeral ephemeral = current.ephemerals().lease(now);
        HandshakeState handshake = HandshakeState.builder(NOISE_PATTERN, suite.noise(), Role.INITIATOR)
                .prologue(OpenerHeader.context(transport), header)
                .localStatic(current.identity().dh())
                .localEphemeral(ephemeral.keys())
                .oneTimePsk(keys.psk())
                .build();
        Bytes opener = handshake.writeMessage(header, payload());
        current.counters().count(Counter.OPENERS);
        return new ReaderSession(current, new Opening(transport, opener, keys, handshake, ephemeral, now));
    }

    /**
     * Puts a newer revocation list in force, once the reader's memory has it: what is enforced is enforced after a restart,
     * too. The list in force says from which issuing epoch on another may be signed.
     *
     * @return whether the list was newer than the one in force; an older one changes nothing
     * @throws StatementException if the list is malformed, not authentic, or for readers of another group
     * @throws ReaderMemoryException if it could not be kept; the one in force stays, and the list may be tried again
     */
    public boolean install(Bytes signedList, Instant now) {
        boolean newer = services.list().install(signedList, services.floor().atLeast(now));
        raiseFloor();
        return newer;
    }

    /** Returns the revocation list in force, empty before the first. */
    public Optional<Signed<RevocationList>> listInForce() {
        return services.list().signed();
    }

    /**
     * Returns this reader's signed word on the list and the configuration in force ({@code spec/revocation.md}, "Receipts").
     * The same receipt comes again, at no cost, until the list is another or the receipt is ten minutes old. A new one waits for
     * the decisions that are being made, since they may go by what was in force before; taps do not wait for it.
     *
     * @param now what the clock shows as this is called; a receipt that had to wait says no later time
     * @return empty where the reader's memory does not outlive restarts: what it enforces now it may not enforce then
     * @throws ReaderMemoryException if the receipt's number could not be kept
     * @throws IllegalStateException in an {@link AccessPolicy}, whose decision it would wait for
     */
    public Optional<Signed<Receipt>> receipt(Instant now) {
        services.decisions().refuseWhileDeciding("a receipt");
        return services.ports().memory().outlivesRestarts()
                ? Optional.of(services.receipts().of(this::listInForce, services.time(now)))
                : Optional.empty();
    }

    /**
     * Does a little of what can be done between taps: erases ephemeral key pairs that are an hour old, makes at most one,
     * and notes the clock's floor. Call it from time to time, at least every few minutes: the erasure of spec/protocol.md 4.2
     * rests on it.
     *
     * @return whether everything is done
     * @throws ReaderMemoryException if the floor could not be noted
     */
    public boolean maintain(Instant now) {
        boolean done = services.ephemerals().refillOne(now);
        services.notebook().noteFloor(services.floor().get());
        return done;
    }

    /** Returns what this reader has counted since it started. */
    public ReaderCounters counters() {
        return services.counters();
    }

    /** Returns the number in this reader's certificate. */
    public int number() {
        return services.identity().certificate().value().readerNumber();
    }

    /** Returns the revision of the configuration that this reader runs on; 0 where it has no number. */
    public long revision() {
        return services.configuration().revision();
    }

    /** Erases ratchets and ephemerals. Sessions that are still open end as failed; open no more. */
    @Override
    public void close() {
        services.resumptions().clear();
        services.ephemerals().clear();
    }

    private static void requireFit(ReaderIdentity identity, ReaderConfiguration configuration) {
        ReaderCertificate certificate = identity.certificate().value();
        ProjectId project = configuration.trust().project();
        if (!certificate.project().equals(project)) {
            throw new IllegalArgumentException(
                    "the reader's certificate is of another project; enroll the reader again");
        }
        configuration.list().map(Signed::value).ifPresent(list -> {
            if (!list.project().equals(project)) {
                throw new IllegalArgumentException("the revocation list is of another project");
            }
            if (!list.isFor(certificate.groups())) {
                throw new IllegalArgumentException("the revocation list is for readers of another group");
            }
        });
    }

    private void raiseFloor() {
        services.list().get().ifPresent(list -> services.floor().raise(list.issued()));
    }

    private Bytes payload() {
        Said now = new Said(
                services.directory().wasGiven(),
                services.couriers().octetsPerTap() > 0,
                services.list().epoch());
        Announcement last = announcement;
        if (last != null && last.said().equals(now)) {
            return last.payload();
        }
        Bytes payload = new OpenerPayload(stateEpoch, now.flags(), now.listEpoch()).encode();
        announcement = new Announcement(now, payload);
        return payload;
    }

    /** What an opener says of this reader, besides its state epoch. */
    private record Said(boolean directory, boolean couriers, long listEpoch) {
        Set<OpenerPayload.Flag> flags() {
            EnumSet<OpenerPayload.Flag> flags = EnumSet.noneOf(OpenerPayload.Flag.class);
            if (directory) {
                flags.add(OpenerPayload.Flag.DIRECTORY);
            }
            if (couriers) {
                flags.add(OpenerPayload.Flag.COURIER_WANTED);
            }
            return flags;
        }
    }

    /** The payload of the last opener, which is that of the next one nearly always. */
    private record Announcement(Said said, Bytes payload) {}

    /** What this reader's couriers reach of it. */
    private final class Keeper implements ListKeeper {
        @Override
        public Optional<Signed<RevocationList>> inForce() {
            return listInForce();
        }

        @Override
        public boolean welcomes(long listEpoch) {
            return services.list().welcomes(listEpoch);
        }

        @Override
        public Signed<ListHead> verifyHead(Bytes signed, Instant now) {
            return services.list().verifyHead(signed, services.floor().atLeast(now));
        }

        @Override
        public boolean install(Bytes signedList, Instant now) {
            return Reader.this.install(signedList, now);
        }

        @Override
        public Optional<Signed<Receipt>> receipt(Instant now) {
            return Reader.this.receipt(now);
        }
    }
}
