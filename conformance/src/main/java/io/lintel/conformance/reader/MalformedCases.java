package io.lintel.conformance.reader;

import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.wire.Lengths;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Messages of wrong length, unknown or out of place, and streams that are no messages. */
final class MalformedCases {
    private static final List<Integer> UNKNOWN = List.of(0x00, 0x0c, 0x0f, 0x10, 0x13, 0x80, 0xff);

    private MalformedCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>("reader.malformed.kind", "TAP-3-3", "kinds that are not of the tap", bench -> {
                    for (int kind : UNKNOWN) {
                        refused(bench, "TAP-3-3", Bytes.concat(Bytes.of(kind), Bytes.copyOf(new byte[26])));
                    }
                }),
                lengths("cold", 0x04, 1, 200, 512),
                new Trial<>(
                        "reader.malformed.length-cold-genuine",
                        "TAP-3-3",
                        "genuine cold messages of both forms, with an octet more and with one less",
                        MalformedCases::genuine),
                lengths("fast", 0x05, 1, Lengths.FAST - 1, Lengths.FAST + 1, 512),
                lengths("who", 0x02, 2, 512),
                new Trial<>(
                        "reader.unexpected.kind", "TAP-6.1-12", "messages that have no place at the begin", bench -> {
                            Suite suite = bench.material().suite().id();
                            refused(bench, "TAP-6.1-12", ofKind(0x01, Lengths.opener(suite)));
                            refused(bench, "TAP-6.1-12", ofKind(0x03, Lengths.CERTIFICATE_MESSAGE));
                            refused(bench, "TAP-6.1-12", ofKind(0x06, 1));
                            refused(bench, "TAP-6.1-12", ofKind(0x07, Lengths.SEND_CREDENTIAL));
                            refused(bench, "TAP-6.1-12", ofKind(0x08, Lengths.CREDENTIAL_MESSAGE));
                            refused(bench, "TAP-6.1-12", ofKind(0x09, Lengths.ANSWER));
                            refused(bench, "TAP-6.1-12", ofKind(0x0a, 1));
                            refused(bench, "TAP-6.1-12", ofKind(0x0b, 18));
                        }),
                new Trial<>(
                        "reader.framing.length-zero",
                        "TAP-10-5",
                        "a frame of length 0",
                        bench -> closedBy(bench, Bytes.of(0, 0))),
                new Trial<>(
                        "reader.framing.oversize",
                        "TAP-10-5",
                        "a frame above 512 octets",
                        bench -> closedBy(bench, Bytes.of(2, 1))),
                new Trial<>(
                        "reader.framing.largest",
                        "TAP-10-5",
                        "a frame of 65,535 octets",
                        bench -> closedBy(bench, Bytes.of(0xff, 0xff))),
                new Trial<>(
                        "reader.framing.cut",
                        "TAP-10-6",
                        "a stream that ends inside a message, and the next tap",
                        MalformedCases::cut));
    }

    private static Trial<ReaderBench> lengths(String name, int kind, int... lengths) {
        return new Trial<>("reader.malformed.length-" + name, "TAP-3-3", "wrong lengths of " + name, bench -> {
            for (int length : lengths) {
                refused(bench, "TAP-3-3", ofKind(kind, length));
            }
        });
    }

    /** All but the length is right: whoever looks into the message before it looks at that opens the door. */
    private static void genuine(ReaderBench bench) throws IOException {
        Holder stranger = bench.holder();
        Holder listed = bench.material().listed();
        for (UnaryOperator<Bytes> spoiler : wrongLengths()) {
            bench.refusedCold("TAP-3-3", stranger, phone -> spoiler.apply(ColdCases.whole(phone, stranger)));
            bench.refusedCold(
                    "TAP-3-3", listed, phone -> spoiler.apply(phone.reference(listed.credential(), PhoneEnd.GESTURE)));
        }
    }

    /** Lengthens a message by an octet, and shortens it. */
    static List<UnaryOperator<Bytes>> wrongLengths() {
        return List.of(message -> Bytes.concat(message, Bytes.of(0)), message -> message.slice(0, message.size() - 1));
    }

    static Bytes ofKind(int kind, int length) {
        byte[] octets = new byte[length];
        octets[0] = (byte) kind;
        return Bytes.copyOf(octets);
    }

    private static void refused(ReaderBench bench, String number, Bytes message) throws IOException {
        try (ReaderTap tap = bench.open()) {
            tap.send(message);
            Seen seen = tap.next();
            Mismatch.unless(
                    seen instanceof Seen.Message answer && answer.octets().equals(Bytes.of(0x0a)),
                    number,
                    "refused, 0a, behind " + shortened(message),
                    seen.describe());
            tap.expectClosed("TAP-6-4");
        }
    }

    private static String shortened(Bytes message) {
        return message.size() <= 32
                ? message.toHex()
                : message.slice(0, 16).toHex() + "... of " + message.size() + " octets";
    }

    private static void closedBy(ReaderBench bench, Bytes octets) throws IOException {
        try (ReaderTap tap = bench.open()) {
            tap.sendOctets(octets);
            tap.expectClosed(bench.framing("TAP-10-5", "BLE-5-2"), beforeDeadline(tap));
        }
    }

    /** Patience, but not so much that a connection which only its deadline closes is taken for one that the frame closed. */
    static Duration beforeDeadline(ReaderTap tap) {
        Duration patience = tap.bench().timing().patience();
        Duration left =
                tap.bench().timing().opener().multipliedBy(4).dividedBy(5).minus(tap.sinceOpener());
        return left.compareTo(patience) < 0 ? left : patience;
    }

    private static void cut(ReaderBench bench) throws IOException {
        try (ReaderTap tap = bench.open()) {
            Bytes frame = FramedSocket.frame(ofKind(
                    0x04, Lengths.coldWithCredential(bench.material().suite().id())));
            tap.sendOctets(frame.slice(0, 40));
            tap.endOutput();
            tap.expectClosed("TAP-10-6");
        }
        bench.granted(bench.holder());
    }
}
