package io.lintel.conformance.phone;

import io.lintel.conformance.bench.GattLine;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Packets over GATT that a phone ends the channel for ({@code spec/ble.md} 4). Over GATT alone.
 *
 * <p>The opener that comes in them is genuine: whoever puts it together all the same, answers it.
 */
final class PhoneGattCases {
    private static final int BODY_OCTETS = 19;
    private static final int PACKETS_PAST_THE_BOUND = 512 / BODY_OCTETS + 1;
    private static final int REASON_THAT_NOBODY_KNOWS = 0x77;
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(5);

    private PhoneGattCases() {}

    static List<Trial<PhoneBench>> all() {
        List<Trial<PhoneBench>> all = new ArrayList<>(spoiltOpeners());
        all.add(new Trial<>("phone.gatt.end-long", "BLE-4.2-4", "an end with two reasons", PhoneGattCases::endLong));
        all.add(new Trial<>("phone.gatt.too-long", "BLE-4.2-9", "a message above 512 octets", PhoneGattCases::tooLong));
        all.add(new Trial<>(
                "phone.gatt.half", "BLE-4.2-12", "half an opener, and nothing behind it", PhoneGattCases::half));
        all.add(new Trial<>(
                "phone.gatt.end",
                "BLE-4.3-2",
                "a reader that ends the channel, for reasons known and unknown",
                PhoneGattCases::end));
        all.add(new Trial<>(
                "phone.gatt.behind-end", "BLE-4.2-13", "an opener behind the end", PhoneGattCases::behindEnd));
        all.add(new Trial<>(
                "phone.gatt.answer-lost",
                "BLE-4.2-2",
                "an answer behind a packet that was lost, and the next tap",
                PhoneGattCases::answerLost));
        all.add(new Trial<>(
                "phone.gatt.pieces",
                "BLE-4.2-10",
                "an opener in 32 packets, the rest of the tap, and the next one",
                PhoneGattCases::pieces));
        return all;
    }

    private static List<Trial<PhoneBench>> spoiltOpeners() {
        return List.of(
                opener(
                        "header-alone",
                        "BLE-4.2-1",
                        "a header without a body, inside the opener",
                        CloseReason.MALFORMED,
                        packets -> GattPackets.numbered(GattPackets.inserted(packets, 1, Bytes.of(0)))),
                opener(
                        "end-marked",
                        "BLE-4.2-1",
                        "an opener with the mark of an end",
                        CloseReason.MALFORMED,
                        packets -> GattPackets.marked(packets, 0, GattPackets.END)),
                opener(
                        "sequence",
                        "BLE-4.2-2",
                        "an opener whose first packet has number 5",
                        CloseReason.OUT_OF_ORDER,
                        packets -> GattPackets.counted(packets, 0, 5)),
                opener(
                        "sequence-repeated",
                        "BLE-4.2-2",
                        "an opener of which two packets have one number",
                        CloseReason.OUT_OF_ORDER,
                        packets -> GattPackets.counted(packets, 1, -1)),
                opener(
                        "sequence-gap",
                        "BLE-4.2-2",
                        "an opener whose numbers leave one out",
                        CloseReason.OUT_OF_ORDER,
                        packets -> GattPackets.counted(packets, 1, 1)),
                opener(
                        "repeated",
                        "BLE-4.2-15",
                        "an opener of which a packet comes twice",
                        CloseReason.OUT_OF_ORDER,
                        packets -> GattPackets.inserted(packets, 1, packets.get(1))),
                opener(
                        "overtaken",
                        "BLE-4.2-15",
                        "an opener of which a packet has overtaken another",
                        CloseReason.OUT_OF_ORDER,
                        GattPackets::swapped),
                opener(
                        "rest-first",
                        "BLE-4.2-7",
                        "an opener whose first packet is not marked so",
                        CloseReason.MALFORMED,
                        packets -> GattPackets.marked(packets, 0, GattPackets.FIRST)),
                opener(
                        "first-twice",
                        "BLE-4.2-8",
                        "an opener whose second packet is marked as the first",
                        CloseReason.MALFORMED,
                        packets -> GattPackets.marked(packets, 1, GattPackets.FIRST)),
                opener(
                        "first-inside",
                        "BLE-4.2-8",
                        "an opener that begins anew",
                        CloseReason.MALFORMED,
                        packets -> GattPackets.numbered(GattPackets.inserted(packets, 0, packets.get(0)))));
    }

    private static Trial<PhoneBench> opener(
            String id, String number, String title, CloseReason reason, UnaryOperator<List<Bytes>> spoiler) {
        return new Trial<>("phone.gatt." + id, number, title, bench -> {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = bench.reader(bench.stateEpoch())) {
                send(visit, spoiler.apply(visit.gatt().cut(reader.opener())));
                expectEnded(visit, number, reason);
            }
        });
    }

    private static void send(PhoneVisit visit, List<Bytes> packets) throws IOException {
        GattLine line = visit.gatt();
        for (Bytes packet : packets) {
            line.sendPacket(packet);
        }
    }

    private static void expectEnded(PhoneVisit visit, String number, CloseReason reason) {
        visit.expectClosed(number, visit.beforeDeadline());
        visit.gatt().expectReason(number, reason);
    }

    private static void endLong(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit()) {
            send(visit, List.of(Bytes.of(GattPackets.END, 0, 0)));
            expectEnded(visit, "BLE-4.2-4", CloseReason.MALFORMED);
        }
    }

    /** The message goes on and on, and never says that it is whole. */
    private static void tooLong(PhoneBench bench) throws IOException {
        Bytes piece = Bytes.concat(Bytes.of(0), Bytes.copyOf(new byte[BODY_OCTETS]));
        try (PhoneVisit visit = bench.visit()) {
            send(
                    visit,
                    GattPackets.marked(
                            GattPackets.numbered(Collections.nCopies(PACKETS_PAST_THE_BOUND, piece)),
                            0,
                            GattPackets.FIRST));
            expectEnded(visit, "BLE-4.2-9", CloseReason.TOO_LONG);
        }
    }

    /** The phone has to end before it would, had nothing come at all. */
    private static void half(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch())) {
            send(visit, visit.gatt().cut(reader.opener()).subList(0, 2));
            Duration spare = visit.untilDeadline().minus(WHOLE_WITHIN).dividedBy(2);
            if (spare.isNegative() || spare.isZero()) {
                throw new NotTried("the phone waits no longer for the opener than for the rest of a message");
            }
            Duration patience = bench.timing().patience();
            visit.expectClosed("BLE-4.2-12", WHOLE_WITHIN.plus(spare.compareTo(patience) < 0 ? spare : patience));
            visit.gatt().expectReason("BLE-4.2-12", CloseReason.TIMED_OUT);
        }
    }

    private static void end(PhoneBench bench) throws IOException {
        for (int reason : List.of(0, 5, REASON_THAT_NOBODY_KNOWS)) {
            try (PhoneVisit visit = bench.visit()) {
                send(visit, List.of(Bytes.of(GattPackets.END, reason)));
                visit.expectClosed("BLE-4.3-2", visit.beforeDeadline());
            }
        }
    }

    private static void behindEnd(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch())) {
            send(
                    visit,
                    GattPackets.numbered(
                            GattPackets.inserted(visit.gatt().cut(reader.opener()), 0, Bytes.of(GattPackets.END, 0))));
            visit.expectClosed("BLE-4.2-13", visit.beforeDeadline());
        }
    }

    /** An answer that counts leaves a ratchet, and then the next tap is a fast one. */
    private static void answerLost(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            Bytes answer = cold.session().sealAnswer(new Answer(Optional.empty(), Answer.Resumption.KEPT));
            send(visit, GattPackets.counted(visit.gatt().cut(answer), 0, 1));
            expectEnded(visit, "BLE-4.2-2", CloseReason.OUT_OF_ORDER);
        }
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch);
                ReaderEnd.Cold cold = visit.cold(reader, "BLE-4.2-2")) {
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }

    /** Behind 32 packets numbers begin with 0 again: a phone that counts on loses the answer, and does not tap fast. */
    private static void pieces(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet;
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch)) {
            send(visit, GattPackets.inPieces(reader.opener(), GattPackets.NUMBERS));
            Bytes answer = visit.expectAnswer("BLE-4.2-10");
            if (answer.equals(MessageKind.WHO.octet())) {
                visit.send(reader.certificate());
                answer = visit.expectAnswer("BLE-4.1-6");
            }
            try (ReaderEnd.Cold cold = visit.readCold(reader, answer, "BLE-4.2-10")) {
                ratchet = cold.session().resumption();
                visit.grant(cold.session(), Answer.Resumption.KEPT);
            }
        }
        try (ratchet;
                PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch)) {
            bench.fast(visit.answerTo(reader, "BLE-4.1-6"), reader, ratchet, 0, "BLE-4.1-6")
                    .close();
        }
    }
}
