package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.PartBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * What one phone does as a courier behind one answer ({@code spec/revocation.md}, "Couriers"): at most one offer, at most one
 * request for a receipt, and no part that was not asked for. Used by one thread at a time.
 */
final class CourierVisit {
    /** How far the visit is. */
    private sealed interface Stage {}

    /** Nothing is under way. */
    private enum Idle implements Stage {
        /** Nothing was offered yet. */
        FRESH,
        /** The reader wants nothing more of this phone. */
        DONE
    }

    /** Something that was asked for is coming. */
    private record Receiving(Signed<ListHead> head, Optional<OfferedDelta> delta, Want want, PartBuffer buffer)
            implements Stage {}

    private final CourierDesk desk;
    private final ReaderCounters counters;
    private Stage stage = Idle.FRESH;
    private int octetsLeft;
    private boolean hasPlace;
    private boolean hasReceipt;

    CourierVisit(CourierDesk desk, ReaderCounters counters) {
        this.desk = desk;
        this.counters = counters;
        this.octetsLeft = desk.octetsPerTap();
    }

    /**
     * Takes one message; returns the answer, if it wants one.
     *
     * @throws MalformedException for one that has no place here
     */
    Optional<CourierMessage> receive(CourierMessage message, Instant now) {
        if (message instanceof Offer offer) {
            return Optional.of(offered(offer, now));
        } else if (message instanceof Part part) {
            return received(part.octets(), now);
        } else if (message instanceof ReceiptRequest) {
            MalformedException.unless(!hasReceipt && !(stage instanceof Receiving), "no receipt is given now");
            return Optional.of(receipt(now));
        }
        throw new MalformedException("a phone does not send that");
    }

    /** Gives back what the visit held; whatever was not complete is lost. */
    void leave() {
        stage = Idle.DONE;
        if (hasPlace) {
            hasPlace = false;
            desk.leave();
        }
    }

    private CourierMessage offered(Offer offer, Instant now) {
        MalformedException.unless(stage == Idle.FRESH, "one offer is enough");
        stage = Idle.DONE;
        counters.count(Counter.COURIER_OFFERS);
        hasPlace = desk.enter();
        if (!hasPlace) {
            return Want.NOTHING;
        }
        octetsLeft -= offer.head().size();
        return desk.verify(offer.head(), now)
                .map(head -> goOn(head, offer.delta(), now))
                .orElse(Want.NOTHING);
    }

    private Optional<CourierMessage> received(Bytes part, Instant now) {
        if (!(stage instanceof Receiving receiving)) {
            throw new MalformedException("no part was asked for");
        }
        octetsLeft -= part.size();
        return receiving.buffer().take(part).map(whole -> complete(receiving, whole, now));
    }

    private CourierMessage complete(Receiving received, Bytes whole, Instant now) {
        if (received.want().what() == Wanted.DELTA) {
            return desk.apply(received.head(), whole, now) ? installed(now) : enough();
        }
        return desk.take(received.head(), received.want(), whole, now)
                ? goOn(received.head(), Optional.empty(), now)
                : enough();
    }

    private CourierMessage goOn(Signed<ListHead> head, Optional<OfferedDelta> delta, Instant now) {
        if (desk.finish(head, now)) {
            return installed(now);
        }
        Want want = desk.next(head, delta, octetsLeft, now);
        if (want.what() == Wanted.NOTHING) {
            return enough();
        }
        stage = new Receiving(head, delta, want, new PartBuffer(size(head, delta, want)));
        return want;
    }

    private int size(Signed<ListHead> head, Optional<OfferedDelta> delta, Want want) {
        return switch (want.what()) {
            case DELTA -> delta.orElseThrow().size();
            case TABLE -> ChunkTable.size(head.value());
            case CHUNK -> desk.chunkSize(head, want.chunk());
            case NOTHING -> throw new IllegalStateException("nothing has no size");
        };
    }

    private CourierMessage installed(Instant now) {
        stage = Idle.DONE;
        return receipt(now);
    }

    private CourierMessage enough() {
        stage = Idle.DONE;
        return Want.NOTHING;
    }

    private CourierMessage receipt(Instant now) {
        hasReceipt = true;
        return desk.receipt(now).<CourierMessage>map(ReceiptGiven::new).orElse(Want.NOTHING);
    }
}
