package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.noise.HandshakePattern;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.crypto.noise.Role;
import io.lintel.protocol.reader.EphemeralPool.Ephemeral;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.OpenerKeys;
import io.lintel.protocol.wire.OpenerPayload;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A door's reader: its identity, what its site told it, and the tables that all its taps share. Call {@link #open} once
 * per channel and drive the {@link ReaderSession} that it returns.
 *
 * <p>Thread-safe. What it learns from taps is forgotten at a restart; a new instance announces a new state epoch, so phones
 * tap cold once. Lists, and the little that must not be forgotten, are in its {@link ReaderMemory}. See spec/protocol.md 4.
 */
public final class Reader implements AutoCloseable {
    private static final HandshakePattern NOISE_PATTERN = HandshakePattern.named("KXpsk0");

    final Services services;
    private final Bytes stateEpoch;
    private final Bytes readerTag;

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
        if (!identity.certificate()
                .value()
                .project()
                .equals(configuration.trust().project())) {
            throw new IllegalArgumentException(
                    "the reader's certificate is of another project; enroll the reader again");
        }
        if (configuration.list().stream()
                .anyMatch(list ->
                        !list.value().project().equals(configuration.trust().project()))) {
            throw new IllegalArgumentException("the revocation list is of another project");
        }
        Set<Integer> groups = identity.certificate().value().groups();
        if (configuration.list().stream().anyMatch(list -> !list.value().isFor(groups))) {
            throw new IllegalArgumentException("the revocation list is for readers of another group");
        }
        ReaderLimits limits = configuration.limits();
        Notebook notebook = new Notebook(ports.memory());
        ReaderCounters counters = new ReaderCounters();
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
                new Receipts(identity, new StatementSigner(suite), configuration.revision(), notebook),
                new ClockFloor(notebook.notes().clockFloor()),
                new CourierDesk(new Keeper(), counters, limits.courierOctets(), now));
        raiseFloor();
        this.stateEpoch = ports.randomness().next(Lengths.STATE_EPOCH);
        this.readerTag = OpenerHeader.readerTag(suite, identity.dh().publicKey().encoded());
    }

    /** Begins a tap on a channel that has just opened. Costs no key generation while the pool has a key pair. */
    public ReaderSession open(Transport transport, Instant now) {
        CryptoSuite suite = services.suite();
        ProjectKey projectKey = services.configuration().projectKey();
        Bytes nonce = services.ports().randomness().next(Lengths.NONCE);
        Bytes header = new OpenerHeader(
                        suite.id().id(),
                        projectKey.epoch(),
                        services.configuration().trust().project().tag(),
                        readerTag,
                        nonce)
                .encode();
        OpenerKeys keys = new OpenerKeys(suite, projectKey.key(), nonce);
        Ephemeral ephemeral = services.ephemerals().lease(now);
        HandshakeState handshake;
        try (var psk = keys.psk()) {
            handshake = HandshakeState.builder(NOISE_PATTERN, suite.noise(), Role.INITIATOR)
                    .prologue(OpenerHeader.prologue(transport, header))
                    .localStatic(services.identity().dh())
                    .localEphemeral(ephemeral.keys())
                    .psk(psk)
                    .build();
        }
        Bytes opener = Bytes.concat(header, handshake.writeMessage(payload().encode()));
        services.counters().count(Counter.OPENERS);
        return new ReaderSession(services, new Opening(transport, opener, keys, handshake, ephemeral, now));
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
     * The same receipt comes again, at no cost, until the list is another or the receipt is ten minutes old.
     *
     * @return empty where the reader's memory does not outlive restarts: what it enforces now it may not enforce then
     * @throws ReaderMemoryException if the receipt's number could not be kept
     */
    public Optional<Signed<Receipt>> receipt(Instant now) {
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

    private void raiseFloor() {
        services.list().get().ifPresent(list -> services.floor().raise(list.issued()));
    }

    private OpenerPayload payload() {
        EnumSet<OpenerPayload.Flag> flags = EnumSet.noneOf(OpenerPayload.Flag.class);
        if (services.directory().wasGiven()) {
            flags.add(OpenerPayload.Flag.DIRECTORY);
        }
        if (services.couriers().octetsPerTap() > 0) {
            flags.add(OpenerPayload.Flag.COURIER_WANTED);
        }
        return new OpenerPayload(stateEpoch, flags, services.list().epoch());
    }

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
