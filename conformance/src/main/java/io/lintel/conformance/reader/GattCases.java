package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.util.List;

/** Packets over GATT that a reader ends the channel for ({@code spec/ble.md} 4). Over GATT alone. */
final class GattCases {
    private static final int FIRST = 0x80;
    private static final int LAST = 0x40;
    private static final int END = 0x20;
    private static final int SEQUENCE_MODULUS = 32;
    private static final int WHO = 0x02;
    private static final int BODY_OCTETS = 19;
    private static final int PACKETS_PAST_THE_BOUND = 512 / BODY_OCTETS + 1;

    private GattCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                ends(
                        "header-alone",
                        "BLE-4.2-1",
                        "a header without a body",
                        CloseReason.MALFORMED,
                        List.of(Bytes.of(FIRST | LAST))),
                ends(
                        "end-marked",
                        "BLE-4.2-1",
                        "an end with another mark",
                        CloseReason.MALFORMED,
                        List.of(Bytes.of(END | LAST, 0))),
                ends(
                        "sequence",
                        "BLE-4.2-2",
                        "a first packet with number 5",
                        CloseReason.OUT_OF_ORDER,
                        List.of(Bytes.of(FIRST | LAST | 5, WHO))),
                ends(
                        "sequence-repeated",
                        "BLE-4.2-2",
                        "two packets with one number",
                        CloseReason.OUT_OF_ORDER,
                        List.of(Bytes.of(FIRST, WHO), Bytes.of(LAST, 0))),
                ends(
                        "end-long",
                        "BLE-4.2-4",
                        "an end with two reasons",
                        CloseReason.MALFORMED,
                        List.of(Bytes.of(END, 0, 0))),
                ends(
                        "rest-first",
                        "BLE-4.2-7",
                        "the rest of no message",
                        CloseReason.MALFORMED,
                        List.of(Bytes.of(LAST, WHO))),
                ends(
                        "first-inside",
                        "BLE-4.2-8",
                        "a message within another",
                        CloseReason.MALFORMED,
                        List.of(Bytes.of(FIRST, WHO), Bytes.of(FIRST | LAST | 1, WHO))),
                new Trial<>("reader.gatt.too-long", "BLE-4.2-9", "a message above 512 octets", GattCases::tooLong),
                new Trial<>("reader.gatt.end", "BLE-4.3-2", "a phone that ends the channel", GattCases::end));
    }

    private static Trial<ReaderBench> ends(
            String id, String number, String title, CloseReason reason, List<Bytes> packets) {
        return new Trial<>("reader.gatt." + id, number, title, bench -> {
            try (ReaderTap tap = bench.open()) {
                for (Bytes packet : packets) {
                    tap.gatt().sendPacket(packet);
                }
                tap.expectClosed(number, MalformedCases.beforeDeadline(tap));
                tap.gatt().expectReason(number, reason);
            }
        });
    }

    /** Any reason will do for the end of a channel that the phone has ended. */
    private static void end(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open()) {
            tap.gatt().sendPacket(Bytes.of(END, 0));
            tap.expectClosed("BLE-4.3-2", MalformedCases.beforeDeadline(tap));
        }
    }

    /** The message goes on and on, and never says that it is whole. */
    private static void tooLong(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open()) {
            for (int i = 0; i < PACKETS_PAST_THE_BOUND; i++) {
                int header = (i == 0 ? FIRST : 0) | i % SEQUENCE_MODULUS;
                tap.gatt().sendPacket(Bytes.concat(Bytes.of(header), Bytes.copyOf(new byte[BODY_OCTETS])));
            }
            tap.expectClosed("BLE-4.2-9", MalformedCases.beforeDeadline(tap));
            tap.gatt().expectReason("BLE-4.2-9", CloseReason.TOO_LONG);
        }
    }
}
