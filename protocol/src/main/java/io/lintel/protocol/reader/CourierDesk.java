package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListAssembly;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the couriers of one reader share ({@code spec/revocation.md}, "Couriers"): the one list that is being put together,
 * and the bounds on what all of them can cost. Thread-safe.
 *
 * <p>A head's signature, and a delta, are looked at for a token, which comes back if they were good, else after a while. A list
 * whose octets have the hash in a verified head needs none.
 */
final class CourierDesk {
    /** Couriers that are served at the same time: each may have a buffer. */
    static final int MAX_VISITS = 4;

    static final int FAILURES = 16;
    static final Duration FAILURE_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(CourierDesk.class);

    private final ListKeeper lists;
    private final ReaderCounters counters;
    private final FailureBudget failures;
    private final int octetsPerTap;
    private final AtomicInteger visits = new AtomicInteger();
    private @Nullable ListAssembly assembly;

    CourierDesk(ListKeeper lists, ReaderCounters counters, int octetsPerTap, Instant now) {
        this.lists = lists;
        this.counters = counters;
        this.failures = new FailureBudget(FAILURES, FAILURE_EVERY, now);
        this.octetsPerTap = octetsPerTap;
    }

    /** Returns how many octets one courier may hand over, 0 where none is wanted. */
    int octetsPerTap() {
        return octetsPerTap;
    }

    /** Takes one of the places for couriers; whoever has one gives it back. */
    synchronized boolean enter() {
        if (octetsPerTap == 0 || visits.get() == MAX_VISITS) {
            return false;
        }
        visits.incrementAndGet();
        return true;
    }

    /** Gives a place back, and waits for nothing: an event loop calls it, while another courier's list may be on its way to a disk. */
    void leave() {
        visits.decrementAndGet();
    }

    /** Returns an offered head if it is the signer's and of a newer list. The one that was verified last costs nothing. */
    synchronized Optional<Signed<ListHead>> verify(Bytes signed, Instant now) {
        if (isUnderWay(signed)) {
            return Optional.of(assembling().head()).filter(this::isNewer);
        }
        if (!failures.take(now)) {
            return Optional.empty();
        }
        try {
            Signed<ListHead> head = lists.verifyHead(signed, now);
            if (isNewer(head)) {
                failures.giveBack();
                begin(head);
                return Optional.of(head);
            }
        } catch (StatementException notOurs) {
            // As for one that is not newer: the token is gone.
        }
        counters.count(Counter.COURIER_FAILED);
        return Optional.empty();
    }

    private void begin(Signed<ListHead> head) {
        ListAssembly current = assembly;
        if (current == null || current.head().value().listEpoch() < head.value().listEpoch()) {
            assembly = new ListAssembly(head);
        }
    }

    private boolean isNewer(Signed<ListHead> head) {
        return lists.welcomes(head.value().listEpoch());
    }

    private boolean isUnderWay(Bytes signedHead) {
        return assembly != null && assembly.head().bytes().equals(signedHead);
    }

    private ListAssembly assembling() {
        if (assembly == null) {
            throw new IllegalStateException("no list is under way");
        }
        return assembly;
    }

    /** Returns what a courier is asked for next, given how much more it may hand over. */
    synchronized Want next(Signed<ListHead> head, Optional<OfferedDelta> delta, int octetsLeft, Instant now) {
        if (delta.filter(offered -> isUsable(offered, octetsLeft)).isPresent() && failures.take(now)) {
            return new Want(Wanted.DELTA, 0);
        }
        if (!isUnderWay(head.bytes())) {
            return Want.NOTHING;
        }
        ListAssembly current = assembling();
        if (current.lacksTable()) {
            return ChunkTable.size(head.value()) <= octetsLeft ? new Want(Wanted.TABLE, 0) : Want.NOTHING;
        }
        OptionalInt chunk = current.missingChunk();
        return chunk.isPresent() && current.chunkSize(chunk.getAsInt()) <= octetsLeft
                ? new Want(Wanted.CHUNK, chunk.getAsInt())
                : Want.NOTHING;
    }

    private boolean isUsable(OfferedDelta offered, int octetsLeft) {
        return offered.size() <= Math.min(octetsLeft, ListDelta.MAX_SIZE_BYTES)
                && lists.inForce().map(Signed::fingerprint).equals(Optional.of(offered.base()));
    }

    /** Returns the octets of the chunk that a courier was asked for. */
    synchronized int chunkSize(Signed<ListHead> head, int chunk) {
        return isUnderWay(head.bytes()) ? assembling().chunkSize(chunk) : ChunkTable.CHUNK_SIZE_BYTES;
    }

    /** Takes a table or a chunk; returns whether the courier may go on: not after a forged one, nor behind a newer list. */
    synchronized boolean take(Signed<ListHead> head, Want want, Bytes octets, Instant now) {
        if (!isUnderWay(head.bytes())) {
            return false;
        }
        ListAssembly current = assembling();
        boolean vouched =
                want.what() == Wanted.TABLE ? current.takeTable(octets) : current.takeChunk(want.chunk(), octets);
        if (!vouched) {
            fail(now);
        }
        return vouched;
    }

    /** Puts the list that was put together in force, once all of it is there; returns whether it is in force now. */
    synchronized boolean finish(Signed<ListHead> head, Instant now) {
        return isUnderWay(head.bytes())
                && assembling().whole().filter(list -> install(list, now)).isPresent();
    }

    /** Puts the list in force that a delta gives; returns whether it is in force now. */
    synchronized boolean apply(Signed<ListHead> head, Bytes octets, Instant now) {
        try {
            ListDelta delta = ListDelta.parse(octets);
            Optional<Signed<RevocationList>> base = lists.inForce();
            if (delta.result().equals(head.value().listHash()) && base.isPresent()) {
                Bytes list = delta.applyTo(base.get());
                failures.giveBack();
                return install(list, now);
            }
        } catch (ListDeltaException useless) {
            // As for one that gives another list: the token is gone.
        }
        counters.count(Counter.COURIER_FAILED);
        return false;
    }

    private boolean install(Bytes signedList, Instant now) {
        boolean newer;
        try {
            newer = lists.install(signedList, now);
        } catch (StatementException notOurs) {
            counters.count(Counter.COURIER_FAILED);
            assembly = null;
            return false;
        } catch (ReaderMemoryException failed) {
            LOG.error("the list that a courier brought was not kept and is not in force: {}", failed.getMessage());
            return false;
        }
        if (newer) {
            counters.count(Counter.COURIER_LISTS);
        }
        if (assembly != null && !isNewer(assembly.head())) {
            assembly = null;
        }
        return newer;
    }

    /** Returns the reader's receipt, or nothing where it cannot give one. */
    Optional<Bytes> receipt(Instant now) {
        try {
            return lists.receipt(now).map(Signed::bytes);
        } catch (ReaderMemoryException failed) {
            LOG.error("no receipt was given: {}", failed.getMessage());
            return Optional.empty();
        }
    }

    private void fail(Instant now) {
        failures.take(now);
        counters.count(Counter.COURIER_FAILED);
    }
}
