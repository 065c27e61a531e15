package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.LinkMessage.Acknowledge;
import io.lintel.protocol.link.LinkMessage.Counters;
import io.lintel.protocol.link.LinkMessage.Current;
import io.lintel.protocol.link.LinkMessage.Events;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.link.LinkMessage.Offer;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.Signed;
import io.lintel.protocol.link.LinkMessage.State;
import io.lintel.protocol.link.LinkMessage.Want;
import io.lintel.protocol.statement.Receipt.ListInForce;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages of a link as octets: a type, then fields of fixed size, most significant octet first. */
final class LinkCodec {
    private static final int STATE = 0x01;
    private static final int RECEIPT = 0x02;
    private static final int EVENTS = 0x03;
    private static final int COUNTERS = 0x04;
    private static final int WANT = 0x05;
    private static final int OFFER = 0x81;
    private static final int PART = 0x82;
    private static final int ACKNOWLEDGE = 0x83;
    private static final int CURRENT = 0x84;

    private static final Bytes NO_HASH = Bytes.copyOf(new byte[LinkWire.HASH_SIZE]);

    private LinkCodec() {}

    static Bytes encode(LinkMessage message) {
        ByteBuffer out = ByteBuffer.allocate(LinkWire.MAX_CONTENT);
        if (message instanceof FromReader said) {
            reader(out, said);
        } else if (message instanceof FromManager said) {
            manager(out, said);
        }
        return Bytes.copyOf(out.array(), 0, out.position());
    }

    private static void reader(ByteBuffer out, FromReader message) {
        if (message instanceof State state) {
            ReaderReport report = state.report();
            out.put((byte) STATE).putInt((int) report.listEpoch());
            put(out, report.list().map(ListInForce::hash).orElse(NO_HASH));
            out.putInt((int) report.revision()).putInt((int) report.keptRevision());
            out.put((byte) report.software().length());
            out.put(report.software().getBytes(StandardCharsets.US_ASCII));
        } else if (message instanceof Signed signed) {
            put(out.put((byte) RECEIPT), signed.receipt());
        } else if (message instanceof Events events) {
            EventBatch batch = events.batch();
            put(out.put((byte) EVENTS), batch.series());
            out.putLong(batch.first());
            batch.events().forEach(event -> put(out, event.encode()));
        } else if (message instanceof Counters counters) {
            out.put((byte) COUNTERS);
            counters.counts().forEach(out::putLong);
        } else if (message instanceof Want want) {
            out.put((byte) WANT).put((byte) want.kind().code());
            put(out, want.hash().orElse(NO_HASH));
            out.putInt(want.offset());
        }
    }

    private static void manager(ByteBuffer out, FromManager message) {
        if (message instanceof Offer offer) {
            Parcel parcel = offer.parcel();
            out.put((byte) OFFER).put((byte) parcel.kind().code());
            out.putInt((int) parcel.number()).putInt(parcel.size());
            put(out, parcel.hash());
        } else if (message instanceof Part part) {
            out.put((byte) PART).put((byte) part.kind().code()).putInt(part.offset());
            put(out, part.octets());
        } else if (message instanceof Acknowledge acknowledge) {
            put(out.put((byte) ACKNOWLEDGE), acknowledge.series());
            out.putLong(acknowledge.last());
        } else if (message instanceof Current) {
            out.put((byte) CURRENT);
        }
    }

    /** Reads what a reader says; empty for what no reader of this version says. */
    static Optional<FromReader> readReader(Bytes octets) {
        try {
            return Optional.of(reader(ByteBuffer.wrap(octets.toByteArray())));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    /** Reads what a manager says; empty for what no manager of this version says. */
    static Optional<FromManager> readManager(Bytes octets) {
        try {
            return Optional.of(manager(ByteBuffer.wrap(octets.toByteArray())));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return Optional.empty();
        }
    }

    private static FromReader reader(ByteBuffer in) {
        FromReader message = switch (in.get() & 0xff) {
            case STATE -> new State(report(in));
            case RECEIPT -> new Signed(rest(in));
            case EVENTS -> new Events(batch(in));
            case COUNTERS -> new Counters(counts(in));
            case WANT -> new Want(kind(in), hash(in), in.getInt());
            default -> throw new IllegalArgumentException("unknown type");
        };
        requireEnd(in);
        return message;
    }

    private static FromManager manager(ByteBuffer in) {
        FromManager message = switch (in.get() & 0xff) {
            case OFFER -> new Offer(new Parcel(kind(in), uint32(in), in.getInt(), octets(in, LinkWire.HASH_SIZE)));
            case PART -> new Part(kind(in), in.getInt(), rest(in));
            case ACKNOWLEDGE -> new Acknowledge(octets(in, EventBatch.SERIES_SIZE_BYTES), in.getLong());
            case CURRENT -> new Current();
            default -> throw new IllegalArgumentException("unknown type");
        };
        requireEnd(in);
        return message;
    }

    private static ReaderReport report(ByteBuffer in) {
        long epoch = uint32(in);
        Optional<Bytes> hash = hash(in);
        if ((epoch == 0) != hash.isEmpty()) {
            throw new IllegalArgumentException("a list without epoch or hash");
        }
        long revision = uint32(in);
        long kept = uint32(in);
        byte[] software = new byte[in.get() & 0xff];
        in.get(software);
        return new ReaderReport(
                hash.map(known -> new ListInForce(epoch, known)),
                revision,
                kept,
                new String(software, StandardCharsets.US_ASCII));
    }

    private static EventBatch batch(ByteBuffer in) {
        Bytes series = octets(in, EventBatch.SERIES_SIZE_BYTES);
        long first = in.getLong();
        List<DoorEvent> events = new ArrayList<>();
        while (in.hasRemaining()) {
            events.add(DoorEvent.decode(octets(in, DoorEvent.SIZE_BYTES)).orElseThrow(IllegalArgumentException::new));
        }
        return new EventBatch(series, first, events);
    }

    private static List<Long> counts(ByteBuffer in) {
        List<Long> counts = new ArrayList<>();
        while (in.hasRemaining()) {
            counts.add(in.getLong());
        }
        return counts;
    }

    private static Parcel.Kind kind(ByteBuffer in) {
        return Parcel.Kind.ofCode(in.get() & 0xff).orElseThrow(IllegalArgumentException::new);
    }

    private static Optional<Bytes> hash(ByteBuffer in) {
        return Optional.of(octets(in, LinkWire.HASH_SIZE)).filter(hash -> !hash.equals(NO_HASH));
    }

    private static long uint32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static Bytes rest(ByteBuffer in) {
        return octets(in, in.remaining());
    }

    private static Bytes octets(ByteBuffer in, int size) {
        byte[] octets = new byte[size];
        in.get(octets);
        return Bytes.copyOf(octets);
    }

    private static void put(ByteBuffer out, Bytes octets) {
        out.put(octets.toByteArray());
    }

    private static void requireEnd(ByteBuffer in) {
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("octets behind the end");
        }
    }
}
