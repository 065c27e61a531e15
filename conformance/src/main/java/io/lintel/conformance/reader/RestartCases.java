package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.LaterList;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.CourierMessage.Want;
import io.lintel.protocol.wire.CourierMessage.Wanted;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a restart takes from a reader, and what it must not take. */
final class RestartCases {
    private static final int RESERVED_RECEIPTS = 64;
    private static final int HEAD_TOKENS = 16;

    private RestartCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>(
                        "reader.restart.state-epoch",
                        "TAP-9-2",
                        "another state epoch behind a restart",
                        RestartCases::stateEpoch),
                new Trial<>(
                        "reader.restart.ratchet",
                        "TAP-9-3",
                        "a fast tap that was made ready before a restart",
                        RestartCases::ratchet),
                new Trial<>(
                        "reader.restart.list",
                        "LIST-5-9",
                        "a list that a courier brought, and the number of its receipt, behind a restart",
                        RestartCases::list),
                new Trial<>(
                        "reader.restart.head-flood",
                        "LIST-6.3-9",
                        "a genuine head behind 18 forged ones, then a restart that fills the budget again",
                        RestartCases::headFlood));
    }

    private static void stateEpoch(ReaderBench bench) throws IOException {
        Bytes before = currentStateEpoch(bench);
        bench.restart("TAP-9-2");
        Bytes after = currentStateEpoch(bench);
        Mismatch.unless(
                !after.equals(before), "TAP-9-2", "another state epoch than " + before.toHex(), "the same one again");
    }

    private static Bytes currentStateEpoch(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(bench.holder())) {
            return phone.payload().stateEpoch();
        }
    }

    private static void ratchet(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        Ratchets before = bench.granted(holder);
        bench.restart("TAP-9-3");
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = before.fast(tap.opener(), 0);
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(fast.message());
            tap.expect("TAP-9-3", MessageKind.USE_COLD, 1);
            tap.send(ColdCases.whole(phone, holder));
            tap.expectGranted("TAP-5.3-8", phone.session());
        }
    }

    private static void list(ReaderBench bench) throws IOException {
        long serial = bench.random().nextLong(10_000, 900_000);
        Holder revoked = bench.holder(terms -> terms.serial(serial));
        ListCases.Brought brought = ListCases.brought(bench, serial);
        long number = CourierCases.asked(bench, brought.list()).number();
        bench.restart("LIST-5-9");
        ListCases.expectInForce(bench, brought.list().epoch(), "LIST-5-9");
        CredentialCases.deny(bench, revoked, "TAP-7-11", DenialReason.REVOKED, PhoneEnd.GESTURE);
        Receipt after = CourierCases.asked(bench, brought.list());
        Mismatch.unless(
                after.number() > number && after.number() <= number + 1 + RESERVED_RECEIPTS,
                "LIST-4-2",
                "a receipt with a number of " + (number + 1) + " to " + (number + 1 + RESERVED_RECEIPTS),
                "number " + after.number());
        ListCases.brought(bench);
    }

    /**
     * A token may come back during the flood, so one genuine head may be looked at; a second one directly behind another forged one
     * may not. The list whose head was verified last is asked for all the same.
     */
    private static void headFlood(ReaderBench bench) throws IOException {
        bench.needRestart();
        LaterList underWay = offered(bench)
                .orElseThrow(() -> new Mismatch(
                        "LIST-6.3-8",
                        "a want for the table of a newer list",
                        "nothing wanted before any head was forged"));
        for (int i = 0; i < HEAD_TOKENS + 2; i++) {
            forgedHead(bench);
        }
        Optional<LaterList> lucky = offered(bench);
        if (lucky.isPresent()) {
            underWay = lucky.get();
            forgedHead(bench);
            Mismatch.unless(
                    offered(bench).isEmpty(),
                    "LIST-6.3-9",
                    "no other head that is looked at behind so many forged ones",
                    "a want for the table of another list");
        }
        try (Courier courier = Courier.arrive(bench)) {
            courier.offer(underWay);
            courier.expectWant("LIST-6.3-10", Wanted.TABLE, 0);
        }
        bench.restart("LIST-5-9");
        ListCases.brought(bench);
    }

    private static void forgedHead(ReaderBench bench) throws IOException {
        try (Courier courier = Courier.arrive(bench)) {
            courier.offerForged(ListCases.newer(bench, courier));
            courier.expectNothingWanted("LIST-6.3-14");
        }
    }

    /** Offers a newer list; returns it where the reader asks for its table. */
    private static Optional<LaterList> offered(ReaderBench bench) throws IOException {
        try (Courier courier = Courier.arrive(bench)) {
            LaterList list = ListCases.newer(bench, courier);
            courier.offer(list);
            return courier.hear("LIST-6.2-4").equals(new Want(Wanted.TABLE, 0)) ? Optional.of(list) : Optional.empty();
        }
    }
}
