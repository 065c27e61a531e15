package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What phones make of packets over GATT that do not keep to the page: each returns the packets that a good one would have taken so. */
final class CarelessFraming {
    static final int FIRST = 0x80;
    static final int LAST = 0x40;
    static final int END = 0x20;
    private static final int NUMBERS = 32;

    private CarelessFraming() {}

    static boolean isEnd(Bytes packet) {
        return (packet.unsigned(0) & END) != 0;
    }

    static Bytes withHeader(int header, Bytes packet) {
        return Bytes.concat(Bytes.of(header), packet.slice(1, packet.size()));
    }

    private static int number(Bytes packet) {
        return packet.unsigned(0) % NUMBERS;
    }

    private static Bytes withNumber(int number, Bytes packet) {
        return withHeader(packet.unsigned(0) - number(packet) + number % NUMBERS, packet);
    }

    /** Looks at no numbers. */
    static Function<Bytes, List<Bytes>> unnumbered() {
        return unnumbered(Optional::of);
    }

    /** Looks at no numbers, and takes a packet for another one, or for none. */
    static Function<Bytes, List<Bytes>> unnumbered(Function<Bytes, Optional<Bytes>> mending) {
        AtomicInteger count = new AtomicInteger();
        return packet -> mending.apply(packet).map(taken -> withNumber(count.getAndIncrement(), taken)).stream()
                .toList();
    }

    /** Takes a packet for another one, or for none, and looks at numbers. */
    static Function<Bytes, List<Bytes>> mended(Function<Bytes, Optional<Bytes>> mending) {
        return packet -> mending.apply(packet).stream().toList();
    }

    /** Counts on behind 31, so that no later number is the expected one. */
    static Function<Bytes, List<Bytes>> countingOn() {
        AtomicInteger count = new AtomicInteger();
        UnaryOperator<Bytes> other = packet -> withNumber(number(packet) + 1, packet);
        return packet -> List.of(count.getAndIncrement() < NUMBERS ? packet : other.apply(packet));
    }

    /** Waits for packets that are missing, and leaves out those that it has had. */
    static Function<Bytes, List<Bytes>> reordered() {
        SortedMap<Integer, Bytes> early = new TreeMap<>();
        AtomicInteger expected = new AtomicInteger();
        return packet -> {
            int ahead = Math.floorMod(number(packet) - expected.get(), NUMBERS);
            if (ahead < NUMBERS / 2) {
                early.put(expected.get() + ahead, packet);
            }
            List<Bytes> next = new ArrayList<>();
            while (early.containsKey(expected.get())) {
                next.add(early.remove(expected.getAndIncrement()));
            }
            return next;
        };
    }

    /** What is made of the mark of a first packet where none is expected. */
    enum FirstInside {
        NOTHING,
        ANOTHER_BEGIN
    }

    /** Puts messages together until a last packet, wherever they begin. */
    static Function<Bytes, List<Bytes>> assembled(FirstInside mark) {
        AtomicInteger count = new AtomicInteger();
        List<Bytes> bodies = new ArrayList<>();
        return packet -> {
            if (mark == FirstInside.ANOTHER_BEGIN && (packet.unsigned(0) & FIRST) != 0) {
                bodies.clear();
            }
            bodies.add(packet.slice(1, packet.size()));
            if ((packet.unsigned(0) & LAST) == 0) {
                return List.of();
            }
            Bytes message = Bytes.concat(bodies.toArray(new Bytes[0]));
            bodies.clear();
            int header = FIRST + LAST + count.getAndIncrement() % NUMBERS;
            return List.of(Bytes.concat(Bytes.of(header), message));
        };
    }
}
