package io.lintel.benchmarks.air;

import io.lintel.benchmarks.air.Conversation.Origin;
import io.lintel.benchmarks.tap.Door;
import io.lintel.benchmarks.tap.Door.Sent;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's taps, measured: reader and phone tap, and their messages are counted. */
public final class OurTaps {
    private OurTaps() {}

    /** A kind of tap of a phone and a reader that know each other. */
    public enum Kind {
        /** With the ratchet of the tap before. */
        FAST("fast", TapPath.FAST, Sent.REFERENCE),
        /** Cold, to a reader that was given the credential. */
        COLD_REFERENCE("cold, by reference", TapPath.COLD, Sent.REFERENCE),
        /** Cold, to a reader that was given none. */
        COLD_WHOLE("cold, whole credential", TapPath.COLD, Sent.WHOLE);

        private final String words;
        private final TapPath path;
        private final Sent sent;

        Kind(String words, TapPath path, Sent sent) {
            this.words = words;
            this.path = path;
            this.sent = sent;
        }

        /** What it is called in tables. */
        String words() {
            return words;
        }

        TapPath path() {
            return path;
        }
    }

    /** Returns every kind in every suite; suites whose octets do not differ share an entry. */
    public static List<Conversation> all() {
        List<Conversation> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Stream.of(Suite.values())
                    .collect(Collectors.groupingBy(suite -> record(suite, kind).messages()))
                    .entrySet()
                    .stream()
                    .sorted((one, other) -> Integer.compare(
                            one.getValue().get(0).id(), other.getValue().get(0).id()))
                    .forEach(same -> all.add(named(kind, same.getValue(), same.getKey())));
        }
        return all;
    }

    /** Taps once, and returns what was said. */
    public static Conversation record(Suite suite, Kind kind) {
        SecureRandom random = new SecureRandom();
        CryptoSuite crypto = Primitives.select(random).suite(suite);
        Door door = new Door(crypto, kind.path, kind.sent, random);
        Bytes opener = door.open();
        Bytes message = door.answer(opener);
        Bytes answer = door.decide(message);
        door.finish(answer);
        return named(
                kind,
                List.of(suite),
                List.of(Message.reader(opener.size()), Message.phone(message.size()), Message.reader(answer.size())));
    }

    private static Conversation named(Kind kind, List<Suite> suites, List<Message> messages) {
        String which = suites.size() == Suite.values().length
                ? ""
                : ", suite "
                        + suites.stream()
                                .map(suite -> Integer.toString(suite.id()))
                                .collect(Collectors.joining());
        return new Conversation("Lintel " + kind.words + which, Origin.MEASURED, messages, 2);
    }
}
