package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.LaterList;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptGiven;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Receipts that couriers ask for, and couriers that say what has no place or no form. */
final class CourierCases {
    private static final int OFFER = 16;
    private static final int REQUEST = 19;
    private static final int SERVED_AT_ONCE = 4;

    private CourierCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>(
                        "reader.courier.receipt",
                        "LIST-6.2-8",
                        "a receipt of the list in force",
                        CourierCases::receipt),
                new Trial<>(
                        "reader.courier.receipt-number",
                        "LIST-4-2",
                        "the receipt of a later list has the next number",
                        CourierCases::numbers),
                misplaced(
                        "reader.courier.part-unasked",
                        "LIST-6.1-4",
                        "a part that nobody asked for",
                        courier -> courier.say(new Part(Bytes.of(1)))),
                misplaced(
                        "reader.courier.want",
                        "LIST-6.1-4",
                        "what only a reader says: a want",
                        courier -> courier.say(Want.NOTHING)),
                misplaced(
                        "reader.courier.receipt-given",
                        "LIST-6.1-4",
                        "what only a reader says: a receipt",
                        courier -> courier.say(new ReceiptGiven(Bytes.of(1)))),
                misplacedBehind("reader.courier.offer-twice", "a second offer", (courier, list) -> courier.offer(list)),
                misplacedBehind(
                        "reader.courier.part-short",
                        "a part of another size",
                        (courier, list) -> courier.say(
                                new Part(list.table().slice(0, list.table().size() - 1)))),
                misplacedBehind(
                        "reader.courier.request-among-parts",
                        "a request for a receipt while parts are awaited",
                        (courier, list) -> courier.say(new ReceiptRequest())),
                new Trial<>(
                        "reader.courier.request-twice",
                        "LIST-6.3-2",
                        "a second request for a receipt",
                        CourierCases::requestTwice),
                new Trial<>(
                        "reader.courier.crowd",
                        "LIST-6.3-3",
                        "a fifth courier while four are served, and one behind them",
                        CourierCases::crowd),
                misplaced(
                        "reader.courier.offer-cut",
                        "LIST-6.1-3",
                        "an offer without a head",
                        courier -> courier.say(Bytes.concat(Bytes.of(OFFER), Bytes.copyOf(new byte[34])))),
                misplaced(
                        "reader.courier.request-with-body",
                        "LIST-6.1-3",
                        "a request for a receipt that has a body",
                        courier -> courier.say(Bytes.of(REQUEST, 0))));
    }

    /** Says what a courier may not. */
    @FunctionalInterface
    private interface Mistake {
        void make(Courier courier) throws IOException;
    }

    private static Trial<ReaderBench> misplaced(String id, String number, String title, Mistake mistake) {
        return new Trial<>(id, number, title, bench -> {
            try (Courier courier = Courier.arrive(bench)) {
                mistake.make(courier);
                courier.expectEnd(number);
            }
        });
    }

    /** Says what a courier may not while the reader awaits the table of a list. */
    @FunctionalInterface
    private interface LateMistake {
        void make(Courier courier, LaterList list) throws IOException;
    }

    private static Trial<ReaderBench> misplacedBehind(String id, String title, LateMistake mistake) {
        return new Trial<>(id, "LIST-6.1-4", title, bench -> {
            try (Courier courier = Courier.arrive(bench)) {
                LaterList list = ListCases.newer(bench, courier);
                courier.offer(list);
                courier.expectWant("LIST-6.2-4", Wanted.TABLE, 0);
                mistake.make(courier, list);
                courier.expectEnd("LIST-6.1-4");
            }
            ListCases.brought(bench);
        });
    }

    /** Asks for a receipt of a list that is in force. */
    static Receipt asked(ReaderBench bench, LaterList list) throws IOException {
        try (Courier courier = Courier.arrive(bench)) {
            courier.say(new ReceiptRequest());
            return courier.hearReceipt("LIST-6.2-8", list)
                    .orElseThrow(() -> new NotTried("the reader gives no receipts"));
        }
    }

    private static void receipt(ReaderBench bench) throws IOException {
        asked(bench, ListCases.brought(bench).list());
    }

    private static void numbers(ReaderBench bench) throws IOException {
        long first = asked(bench, ListCases.brought(bench).list()).number();
        long next = ListCases.brought(bench).receipt().map(Receipt::number).orElse(0L);
        Mismatch.unless(
                next == first + 1,
                "LIST-4-2",
                "receipt " + (first + 1) + " behind receipt " + first,
                "receipt " + next);
    }

    private static void requestTwice(ReaderBench bench) throws IOException {
        try (Courier courier = Courier.arrive(bench)) {
            courier.say(new ReceiptRequest());
            CourierMessage heard = courier.hear("LIST-6.2-8");
            if (heard.equals(Want.NOTHING)) {
                throw new NotTried("the reader gives no receipts");
            }
            courier.say(new ReceiptRequest());
            courier.expectEnd("LIST-6.3-2");
        }
    }

    private static void crowd(ReaderBench bench) throws IOException {
        LaterList list;
        List<Courier> served = new ArrayList<>();
        try {
            Courier first = Courier.arrive(bench);
            served.add(first);
            list = ListCases.newer(bench, first);
            while (served.size() < SERVED_AT_ONCE) {
                served.add(Courier.arrive(bench));
            }
            for (Courier each : served) {
                each.offer(list);
                each.expectWant("LIST-6.3-3", Wanted.TABLE, 0);
            }
            try (Courier fifth = Courier.arrive(bench)) {
                fifth.offer(list);
                fifth.expectNothingWanted("LIST-6.3-3");
            }
        } finally {
            served.forEach(Courier::close);
        }
        try (Courier behind = Courier.arrive(bench)) {
            behind.bring(list);
        }
        ListCases.expectInForce(bench, list.epoch(), "LIST-6.3-3");
    }
}
