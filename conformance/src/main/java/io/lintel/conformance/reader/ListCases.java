package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.LaterList;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.PartBuffer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lists that couriers bring: good ones, old ones, forged ones, and those that come in pieces. */
final class ListCases {
    private static final int SERIALS_OF_SEVERAL_PARTS = 500;
    private static final int SERIALS_ABOVE_ANY_BUDGET = 26_000;
    private static final int MOST_VISITS = 40;

    private ListCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>(
                        "reader.list.whole",
                        "LIST-6.2-7",
                        "a newer list, in force as soon as its receipt is out",
                        ListCases::whole),
                new Trial<>(
                        "reader.list.epoch",
                        "TAP-4.2-4",
                        "the opener says the epoch of the list in force",
                        ListCases::epochSaid),
                new Trial<>("reader.list.delta", "LIST-6.2-4", "a newer list as a delta", ListCases::delta),
                new Trial<>(
                        "reader.list.delta-forged",
                        "LIST-2-5",
                        "a delta that does not give the list of the head",
                        ListCases::forgedDelta),
                new Trial<>(
                        "reader.list.stale",
                        "LIST-6.2-5",
                        "lists that are not newer than the one in force",
                        ListCases::stale),
                new Trial<>("reader.list.half", "LIST-6.3-12", "a courier that leaves within a chunk", ListCases::half),
                new Trial<>(
                        "reader.list.long",
                        "LIST-6.3-12",
                        "a list that is longer than what a reader may take behind one answer",
                        ListCases::longer),
                new Trial<>(
                        "reader.list.head-forged",
                        "LIST-6.3-14",
                        "a head with a wrong signature",
                        ListCases::forgedHead),
                forged("reader.list.table-forged", "LIST-3-3", "a chunk table that is not the head's", Wanted.TABLE),
                forged("reader.list.chunk-forged", "LIST-3-4", "a chunk that is not the table's", Wanted.CHUNK));
    }

    /** Returns a list that is newer than the one that a courier found in force, and than all that the kit has offered. */
    static LaterList newer(ReaderBench bench, Courier courier, long... revoked) {
        return LaterList.of(bench.material(), bench.nextListEpoch(courier.listEpoch()), revoked);
    }

    private static long[] serials(RandomGenerator random, int count) {
        return random.longs(count, 10_000, 900_000).toArray();
    }

    /**
     * A list that the reader has put in force.
     *
     * @param receipt what it said of that; empty where it keeps nothing and so can promise nothing
     */
    record Brought(LaterList list, Optional<Receipt> receipt) {}

    /** Brings a list that fits one chunk. */
    static Brought brought(ReaderBench bench, long... revoked) throws IOException {
        Brought brought = handedOver(bench, revoked);
        expectInForce(bench, brought.list().epoch(), "LIST-6.2-7");
        return brought;
    }

    /** Brings a list that fits one chunk, and does not look whether it is in force. */
    private static Brought handedOver(ReaderBench bench, long... revoked) throws IOException {
        try (Courier courier = Courier.arrive(bench)) {
            LaterList list = newer(bench, courier, revoked);
            courier.offer(list);
            courier.expectWant("LIST-6.2-4", Wanted.TABLE, 0);
            courier.hand(list.table());
            courier.expectWant("LIST-6.2-6", Wanted.CHUNK, 0);
            courier.hand(list.chunk(0));
            return new Brought(list, courier.hearReceipt("LIST-6.2-7", list));
        }
    }

    /** Expects the list of an epoch to be in force. */
    static void expectInForce(ReaderBench bench, long epoch, String number) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(bench.holder())) {
            long said = phone.payload().listEpoch();
            Mismatch.unless(said == epoch, number, "list epoch " + epoch + " in the opener", "list epoch " + said);
        }
    }

    private static void whole(ReaderBench bench) throws IOException {
        long serial = bench.random().nextLong(10_000, 900_000);
        Holder revoked = bench.holder(terms -> terms.serial(serial));
        bench.granted(revoked);
        brought(bench, serial);
        CredentialCases.deny(bench, revoked, "TAP-7-11", DenialReason.REVOKED, PhoneEnd.GESTURE);
        brought(bench);
        bench.granted(revoked);
    }

    /** What the list revokes shows that it is in force, whatever the opener says. */
    private static void epochSaid(ReaderBench bench) throws IOException {
        long serial = bench.random().nextLong(10_000, 900_000);
        Holder revoked = bench.holder(terms -> terms.serial(serial));
        LaterList list = handedOver(bench, serial).list();
        CredentialCases.deny(bench, revoked, "LIST-6.2-7", DenialReason.REVOKED, PhoneEnd.GESTURE);
        expectInForce(bench, list.epoch(), "TAP-4.2-4");
        brought(bench);
    }

    private static void delta(ReaderBench bench) throws IOException {
        LaterList before = brought(bench, serials(bench.random(), 20)).list();
        LaterList list;
        try (Courier courier = Courier.arrive(bench)) {
            list = newer(bench, courier, serials(bench.random(), 20));
            ListDelta delta = list.from(before);
            courier.offer(list, delta);
            courier.expectWant("LIST-6.2-4", Wanted.DELTA, 0);
            courier.hand(delta.bytes());
            courier.hearReceipt("LIST-6.2-7", list);
        }
        expectInForce(bench, list.epoch(), "LIST-6.2-7");
    }

    /** The delta is one to another list of the same epoch, and as long as the one that was offered. */
    private static void forgedDelta(ReaderBench bench) throws IOException {
        LaterList before = brought(bench).list();
        try (Courier courier = Courier.arrive(bench)) {
            LaterList list = newer(bench, courier, 500_000);
            ListDelta forged =
                    LaterList.of(bench.material(), list.epoch(), 500_001).from(before);
            courier.offer(list, forged);
            courier.expectWant("LIST-6.2-4", Wanted.DELTA, 0);
            courier.hand(forged.bytes());
            courier.expectNothingWanted("LIST-2-5");
        }
        expectInForce(bench, before.epoch(), "LIST-2-5");
    }

    private static void stale(ReaderBench bench) throws IOException {
        LaterList inForce = brought(bench).list();
        for (long epoch : List.of(inForce.epoch(), inForce.epoch() - 1)) {
            try (Courier courier = Courier.arrive(bench)) {
                courier.offer(LaterList.of(bench.material(), epoch, 600_000));
                courier.expectNothingWanted("LIST-6.2-5");
            }
        }
        expectInForce(bench, inForce.epoch(), "LIST-5-5");
    }

    private static void half(ReaderBench bench) throws IOException {
        LaterList list;
        try (Courier courier = Courier.arrive(bench)) {
            list = newer(bench, courier, serials(bench.random(), SERIALS_OF_SEVERAL_PARTS));
            courier.offer(list);
            courier.expectWant("LIST-6.2-4", Wanted.TABLE, 0);
            courier.hand(list.table());
            courier.expectWant("LIST-6.2-6", Wanted.CHUNK, 0);
            courier.say(PartBuffer.parts(list.chunk(0)).get(0));
        }
        try (Courier courier = Courier.arrive(bench)) {
            courier.offer(list);
            courier.expectWant("LIST-6.3-12", Wanted.CHUNK, 0);
            courier.hand(list.chunk(0));
            courier.hearReceipt("LIST-6.2-7", list);
        }
        expectInForce(bench, list.epoch(), "LIST-6.2-7");
    }

    private static void longer(ReaderBench bench) throws IOException {
        LaterList list;
        try (Courier courier = Courier.arrive(bench)) {
            list = newer(bench, courier, serials(bench.random(), SERIALS_ABOVE_ANY_BUDGET));
            courier.bring(list);
        }
        for (int visits = 1; ; visits++) {
            try (Courier courier = Courier.arrive(bench)) {
                if (courier.listEpoch() == list.epoch()) {
                    break;
                }
                Mismatch.unless(
                        visits < MOST_VISITS,
                        "LIST-6.3-12",
                        "a reader that goes on with the list where the last courier stopped",
                        "one that does not have it after " + visits + " couriers");
                courier.bring(list);
            }
        }
        brought(bench);
    }

    private static void forgedHead(ReaderBench bench) throws IOException {
        long before;
        try (Courier courier = Courier.arrive(bench)) {
            before = courier.listEpoch();
            courier.offerForged(newer(bench, courier));
            courier.expectNothingWanted("LIST-6.3-14");
        }
        expectInForce(bench, before, "LIST-6.3-14");
    }

    /** Something that is forged is not kept: the next courier is asked for it again, and brings the list. */
    private static Trial<ReaderBench> forged(String id, String number, String title, Wanted what) {
        return new Trial<>(id, number, title, bench -> {
            LaterList list;
            try (Courier courier = Courier.arrive(bench)) {
                list = newer(bench, courier, serials(bench.random(), SERIALS_OF_SEVERAL_PARTS));
                courier.offer(list);
                courier.expectWant("LIST-6.2-4", Wanted.TABLE, 0);
                if (what == Wanted.CHUNK) {
                    courier.hand(list.table());
                    courier.expectWant("LIST-6.2-6", Wanted.CHUNK, 0);
                }
                Bytes genuine = what == Wanted.CHUNK ? list.chunk(0) : list.table();
                courier.hand(ColdCases.flip(genuine, genuine.size() - 1));
                courier.expectNothingWanted(number);
            }
            try (Courier courier = Courier.arrive(bench)) {
                courier.offer(list);
                courier.expectWant(number, what, 0);
            }
            try (Courier courier = Courier.arrive(bench)) {
                courier.bring(list);
            }
            expectInForce(bench, list.epoch(), "LIST-6.2-7");
        });
    }
}
