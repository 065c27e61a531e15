package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What may be said behind an answer. */
final class SessionCases {
    private static final int MOST_OCTETS = 255;

    private SessionCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                behindAnswer(
                        "reader.session.close",
                        "TAP-6.1-22",
                        "traffic, close",
                        session -> List.of(traffic(session, Bytes.of(0)))),
                behindAnswer(
                        "reader.session.close-with-body",
                        "TAP-6.1-27",
                        "a close with a body",
                        session -> List.of(traffic(session, Bytes.of(0, 1)))),
                behindAnswer(
                        "reader.session.type-reserved",
                        "TAP-5.4-7",
                        "traffic of type 1",
                        session -> List.of(traffic(session, Bytes.of(1)))),
                behindAnswer(
                        "reader.session.type-unknown",
                        "TAP-6.1-25",
                        "traffic of type 200, and then close",
                        session -> List.of(traffic(session, Bytes.of(200, 7)), traffic(session, Bytes.of(0)))),
                behindAnswer("reader.session.altered", "TAP-6.1-27", "traffic that does not open", session -> {
                    Bytes sealed = traffic(session, Bytes.of(200));
                    return List.of(ColdCases.flip(sealed, sealed.size() - 1));
                }),
                behindAnswer("reader.session.replayed", "TAP-5.4-1", "traffic that came before", session -> {
                    Bytes sealed = traffic(session, Bytes.of(200));
                    return List.of(sealed, sealed);
                }),
                behindAnswer(
                        "reader.session.skipped", "TAP-5.4-1", "traffic with the next counter but one", session -> {
                            traffic(session, Bytes.of(200));
                            return List.of(traffic(session, Bytes.of(200)));
                        }),
                behindAnswer(
                        "reader.session.who",
                        "TAP-6.1-26",
                        "who behind the answer",
                        session -> List.of(MessageKind.WHO.octet())),
                behindAnswer(
                        "reader.session.malformed",
                        "TAP-6.1-27",
                        "kind ff behind the answer",
                        session -> List.of(Bytes.of(0xff))),
                new Trial<>(
                        "reader.session.stays",
                        "TAP-6.1-25",
                        "a session stays open behind traffic that the reader does not know",
                        SessionCases::stays),
                new Trial<>(
                        "reader.session.types-of-later-versions",
                        "TAP-5.4-9",
                        "traffic of types 21 to 255, empty and as long as can be",
                        SessionCases::laterTypes));
    }

    /** Says what the phone sends behind the answer. */
    @FunctionalInterface
    private interface Behind {
        List<Bytes> messages(EncryptedSession session);
    }

    private static Bytes traffic(EncryptedSession session, Bytes content) {
        return session.seal(MessageKind.TRAFFIC, content);
    }

    /** Whatever ends a session ends it in silence. */
    private static Trial<ReaderBench> behindAnswer(String id, String number, String title, Behind behind) {
        return new Trial<>(
                id,
                number,
                title,
                bench -> granted(bench, (tap, session) -> {
                    for (Bytes message : behind.messages(session)) {
                        tap.send(message);
                    }
                    Seen seen = tap.next();
                    Mismatch.unless(
                            !(seen instanceof Seen.Message),
                            "TAP-6-5",
                            "no message: behind its answer a reader closes in silence",
                            seen.describe());
                    Mismatch.unless(seen instanceof Seen.Closed, number, "a closed connection", seen.describe());
                }));
    }

    /** Goes on where a phone was let in. */
    @FunctionalInterface
    interface Stay {
        void run(ReaderTap tap, EncryptedSession session) throws IOException;
    }

    /** Taps cold, is granted, and stays. */
    static void granted(ReaderBench bench, Stay stay) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(ColdCases.whole(phone, holder));
            try (EncryptedSession session = phone.session()) {
                tap.expectGranted("TAP-6.1-9", session);
                stay.run(tap, session);
            }
        }
    }

    private static void stays(ReaderBench bench) throws IOException {
        staysBehind(bench, "TAP-6.1-25", List.of(Bytes.of(200, 1)), "TAP-6.1-22");
    }

    private static void laterTypes(ReaderBench bench) throws IOException {
        List<Bytes> contents = new ArrayList<>();
        for (int type : List.of(21, 22, 100, 254, 255)) {
            contents.add(Bytes.of(type));
            contents.add(Bytes.concat(Bytes.of(type), Bytes.copyOf(new byte[MOST_OCTETS])));
        }
        staysBehind(bench, "TAP-5.4-9", contents, "TAP-5.4-6");
    }

    /** Says what the reader does not know, expects the session to stay, closes it, and expects the reader to leave. */
    private static void staysBehind(ReaderBench bench, String number, List<Bytes> contents, String closing)
            throws IOException {
        granted(bench, (tap, session) -> {
            for (Bytes content : contents) {
                tap.send(traffic(session, content));
            }
            Seen seen = tap.next(bench.timing().patience().dividedBy(4));
            Mismatch.unless(seen instanceof Seen.Silence, number, "an open connection", seen.describe());
            tap.send(traffic(session, Bytes.of(0)));
            tap.expectClosed(closing);
        });
    }
}
