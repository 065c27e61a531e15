package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.PartBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A courier desk whose reader counts the signatures that it checks, and couriers that need no channel. */
final class CourierBench {
    static final int OCTETS = 8192;

    final TestSite site = TestSite.of(Suite.X25519, 1);
    final ReaderCounters counters = new ReaderCounters();
    final ReaderMemory memory = ReaderMemory.inMemory();
    final Keeper keeper = new Keeper();
    CourierDesk desk = start();
    Instant now = TestSite.NOW;

    /** Returns the desk of a reader that has just started. */
    CourierDesk start() {
        return new CourierDesk(keeper, counters, OCTETS, TestSite.NOW);
    }

    CourierVisit visit() {
        return new CourierVisit(desk, counters);
    }

    Optional<CourierMessage> say(CourierVisit visit, CourierMessage message) {
        return visit.receive(message, now);
    }

    /** Returns a list of about a kibioctet for each thousand serials. */
    Signed<RevocationList> list(long epoch, int serials) {
        long[] revoked = new Random(epoch).longs(serials, 1, 1 + 300L * serials).toArray();
        return site.list(epoch, 1, SerialSet.of(revoked));
    }

    Bytes head(Signed<RevocationList> list) {
        return site.sign(ChunkTable.head(list)).bytes();
    }

    Offer offer(Signed<RevocationList> list) {
        return new Offer(head(list), Optional.empty());
    }

    Offer offer(Signed<RevocationList> list, ListDelta delta) {
        return new Offer(head(list), Optional.of(new OfferedDelta(delta.bytes().size(), delta.base())));
    }

    /** Returns what an honest courier sends for a want. */
    static Bytes wanted(Want want, Signed<RevocationList> list, Optional<ListDelta> delta) {
        int from = want.chunk() * ChunkTable.CHUNK_SIZE_BYTES;
        return switch (want.what()) {
            case NOTHING -> throw new AssertionError("nothing is wanted");
            case DELTA -> delta.orElseThrow().bytes();
            case TABLE -> ChunkTable.of(list).octets();
            case CHUNK -> list.bytes().slice(from, Math.min(list.bytes().size(), from + ChunkTable.CHUNK_SIZE_BYTES));
        };
    }

    /** Sends all parts of something and returns the answer to the last one. */
    CourierMessage hand(CourierVisit visit, Bytes octets) {
        Optional<CourierMessage> answer = Optional.empty();
        for (CourierMessage part : PartBuffer.parts(octets)) {
            answer = say(visit, part);
        }
        return answer.orElseThrow();
    }

    /** Lets a courier do all that it can, alters what it sends, and returns the last answer. */
    CourierMessage serve(Signed<RevocationList> list, Optional<ListDelta> delta, Tampering tampering) {
        CourierVisit visit = visit();
        try {
            CourierMessage answer = say(
                            visit, delta.map(known -> offer(list, known)).orElseGet(() -> offer(list)))
                    .orElseThrow();
            while (answer instanceof Want want && want.what() != Wanted.NOTHING) {
                answer = hand(visit, tampering.alter(want, wanted(want, list, delta)));
            }
            return answer;
        } finally {
            visit.leave();
        }
    }

    CourierMessage serve(Signed<RevocationList> list) {
        return serve(list, Optional.empty(), (want, octets) -> octets);
    }

    long epoch() {
        return keeper.list.epoch();
    }

    /** What a hostile courier makes of something on its way. */
    @FunctionalInterface
    interface Tampering {
        Bytes alter(Want want, Bytes octets);
    }

    /** Counts what is dear. */
    final class Keeper implements ListKeeper {
        final ListInForce list =
                new ListInForce(site.trust(), Set.of(1), memory, new Notebook(memory), Optional.empty());
        int heads;
        int lists;
        boolean broken;

        @Override
        public Optional<Signed<RevocationList>> inForce() {
            return list.signed();
        }

        @Override
        public boolean welcomes(long listEpoch) {
            return list.welcomes(listEpoch);
        }

        @Override
        public Signed<ListHead> verifyHead(Bytes signed, Instant at) {
            heads++;
            return list.verifyHead(signed, at);
        }

        @Override
        public boolean install(Bytes signedList, Instant at) {
            lists++;
            if (broken) {
                throw new ReaderMemoryException(ReaderMemoryException.Code.UNAVAILABLE, "the flash is worn out");
            }
            return list.install(signedList, at);
        }

        @Override
        public Optional<Signed<Receipt>> receipt(Instant at) {
            return Optional.empty();
        }
    }
}
