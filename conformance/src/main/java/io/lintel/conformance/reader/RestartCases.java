package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.List;

/** What a restart takes from a reader, and what it must not take. */
final class RestartCases {
    private static final int RESERVED_RECEIPTS = 64;

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
                        RestartCases::list));
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
}
