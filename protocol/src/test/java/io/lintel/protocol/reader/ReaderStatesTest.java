package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.PhoneVoice;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.StateTable;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a reader's session does in every state with every event: the table of spec/protocol.md 6.1. */
@Spec({
    "TAP-1-1",
    "TAP-5.4-12",
    "TAP-6.1-10",
    "TAP-6.1-13",
    "TAP-6.1-15",
    "TAP-6.1-19",
    "TAP-6.1-21",
    "TAP-6.1-24",
    "TAP-6.1-28",
    "TAP-6.1-29",
    "TAP-6.1-30",
    "TAP-8-2",
    "TAP-8-4"
})
class ReaderStatesTest {
    /** Each cell: what is sent or done, in order, then the next state. A dash: nothing at all. */
    private static final StateTable TABLE = StateTable.of("""
            event           | fresh                     | asked-who                 | missed                    | awaiting-credential       | established       | ended
            opener          | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            who             | certificate PHONE         | refused unexpected ENDED  | certificate PHONE         | refused unexpected ENDED  | unexpected ENDED  | -
            certificate     | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            cold            | grant answer ESTABLISHED  | grant answer ESTABLISHED  | grant answer ESTABLISHED  | refused unexpected ENDED  | unexpected ENDED  | -
            cold-reference  | send-credential CREDENTIAL| send-credential CREDENTIAL| send-credential CREDENTIAL| refused unexpected ENDED  | unexpected ENDED  | -
            cold-forged     | refused not-authentic ENDED | refused not-authentic ENDED | refused not-authentic ENDED | refused unexpected ENDED | unexpected ENDED | -
            fast            | grant answer ESTABLISHED  | grant answer ESTABLISHED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            fast-forged     | use-cold PHONE            | use-cold PHONE            | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            use-cold        | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            send-credential | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            credential      | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | grant answer ESTABLISHED  | unexpected ENDED  | -
            credential-forged | refused unexpected ENDED | refused unexpected ENDED | refused unexpected ENDED  | refused not-authentic ENDED | unexpected ENDED | -
            answer          | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            refused         | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | unexpected ENDED  | -
            close           | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | end ENDED         | -
            traffic-optional| refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | ESTABLISHED       | -
            traffic-reserved| refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | malformed ENDED   | -
            traffic-forged  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | refused unexpected ENDED  | not-authentic ENDED | -
            unknown-kind    | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | malformed ENDED   | -
            empty           | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | malformed ENDED   | -
            too-long        | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | refused malformed ENDED   | malformed ENDED   | -
            early-expire    | PHONE                     | PHONE                     | PHONE                     | CREDENTIAL                | ESTABLISHED       | -
            expire          | timed-out ENDED           | timed-out ENDED           | timed-out ENDED           | timed-out ENDED           | end ENDED         | -
            late-message    | timed-out ENDED           | timed-out ENDED           | timed-out ENDED           | timed-out ENDED           | end ENDED         | -
            disconnected    | disconnected ENDED        | disconnected ENDED        | disconnected ENDED        | disconnected ENDED        | end ENDED         | -
            """);

    @TestFactory
    Stream<DynamicTest> everyEventInEveryState() {
        return TABLE.cells()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.state() + ", " + cell.event(),
                        () -> assertEquals(cell.expected(), new Door(cell.state()).happens(cell.event()))));
    }

    /** One session in a state, and every message that a phone could have for it. */
    private static final class Door {
        private final TestSite site = TestSite.of(Suite.X25519, 1);
        private final Reader reader;
        private final TestPhone visitor = site.phone();
        private final TestPhone newcomer = site.phone();
        private final TestPhone unlisted = site.phone();
        private final Conversation tap;

        Door(String state) {
            ReaderDraft door = site.reader().limits(ReaderLimits.standard().withTables(10, 1));
            reader = door.start();
            newcomer.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
            Conversation.tap(reader, unlisted);
            Conversation.tap(reader, visitor); // takes the only place in the reader's directory
            for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
                Conversation.between(reader, unlisted, Door::fastIsLost).run().hangUp();
            }
            tap = reach(state);
        }

        private Conversation reach(String state) {
            TestPhone phone = state.equals("established") ? newcomer : unlisted;
            Conversation begun = Conversation.between(reader, phone, sent -> List.of());
            switch (state) {
                case "fresh" -> {}
                case "asked-who" -> begun.deliver(Side.READER, Bytes.of(Kind.WHO));
                case "missed" -> begun.deliver(Side.READER, zeros(Kind.FAST, Lengths.FAST));
                case "awaiting-credential" -> begun.deliver(Side.READER, answerTo(begun));
                case "established" -> {
                    begun.deliver(Side.READER, answerTo(begun));
                    begun.deliver(Side.PHONE, begun.message(Kind.ANSWER));
                }
                case "ended" -> begun.hangUp();
                default -> throw new IllegalArgumentException(state);
            }
            return begun;
        }

        String happens(String event) {
            ReaderSession session = tap.reader();
            Instant now = TestSite.NOW;
            List<ReaderEffect> effects = switch (event) {
                case "early-expire" -> session.expire(now.plusMillis(4_999));
                case "expire" -> session.expire(session.deadline());
                case "late-message" -> session.receive(message("who"), session.deadline());
                case "disconnected" -> session.disconnected(now);
                default -> session.receive(message(event), now);
            };
            String done = effects.stream().map(ReaderStatesTest::name).collect(Collectors.joining(" "));
            return session.isEnded() && effects.isEmpty() ? "-" : (done + " " + name(session.state())).strip();
        }

        private Bytes message(String event) {
            return switch (event) {
                case "opener" -> tap.reader().opener();
                case "who" -> Bytes.of(Kind.WHO);
                case "certificate" -> zeros(Kind.CERTIFICATE, Lengths.CERTIFICATE_MESSAGE);
                case "cold" -> first(newcomer);
                case "cold-reference" -> first(unlisted);
                case "cold-forged" -> zeros(Kind.COLD, Lengths.coldWithCredential(Suite.X25519));
                case "fast" -> first(visitor);
                case "fast-forged" -> zeros(Kind.FAST, Lengths.FAST);
                case "use-cold" -> Bytes.of(Kind.USE_COLD);
                case "send-credential" -> zeros(Kind.SEND_CREDENTIAL, Lengths.SEND_CREDENTIAL);
                case "credential" -> credential();
                case "credential-forged" -> zeros(Kind.CREDENTIAL, Lengths.CREDENTIAL_MESSAGE);
                case "answer" -> zeros(Kind.ANSWER, Lengths.ANSWER);
                case "refused" -> Bytes.of(Kind.REFUSED);
                case "close" -> traffic(Bytes.of(0));
                case "traffic-optional" -> traffic(Bytes.of(99, 1, 2, 3));
                case "traffic-reserved" -> traffic(Bytes.of(15));
                case "traffic-forged" -> zeros(Kind.TRAFFIC, 18);
                case "unknown-kind" -> Bytes.of(0x0C);
                case "empty" -> Bytes.EMPTY;
                case "too-long" -> zeros(Kind.TRAFFIC, 513);
                default -> throw new IllegalArgumentException(event);
            };
        }

        /** Returns what a phone answers to the session's opener, which it may have answered before. */
        private Bytes first(TestPhone phone) {
            PhoneSession session = phone.restarted().wallet().tap(Conversation.GESTURE, TestSite.NOW);
            return sent(session.receive(tap.reader().opener(), TestSite.NOW));
        }

        private static Bytes answerTo(Conversation begun) {
            return sent(begun.phone().receive(begun.reader().opener(), TestSite.NOW));
        }

        private static List<Bytes> fastIsLost(Conversation.Sent sent) {
            return sent.kind() == Kind.FAST ? List.of() : List.of(sent.message());
        }

        private Bytes traffic(Bytes content) {
            return tap.phone().rangingKey().isPresent()
                    ? PhoneVoice.traffic(tap.phone(), content)
                    : zeros(Kind.TRAFFIC, 18);
        }

        private Bytes credential() {
            return tap.kinds().contains(Kind.SEND_CREDENTIAL)
                    ? sent(tap.phone().receive(tap.message(Kind.SEND_CREDENTIAL), TestSite.NOW))
                    : zeros(Kind.CREDENTIAL, Lengths.CREDENTIAL_MESSAGE);
        }

        private static Bytes sent(List<PhoneEffect> effects) {
            return ((PhoneEffect.Send) effects.get(0)).message();
        }

        private static Bytes zeros(int kind, int size) {
            return Bytes.concat(Bytes.of(kind), Bytes.copyOf(new byte[size - 1]));
        }
    }

    private static String name(ReaderEffect effect) {
        if (effect instanceof ReaderEffect.Send send) {
            return switch (send.message().unsigned(0)) {
                case Kind.CERTIFICATE -> "certificate";
                case Kind.USE_COLD -> "use-cold";
                case Kind.SEND_CREDENTIAL -> "send-credential";
                case Kind.ANSWER -> "answer";
                case Kind.REFUSED -> "refused";
                default -> throw new AssertionError("a reader never sends " + send);
            };
        }
        if (effect instanceof ReaderEffect.Decided decided) {
            return decided.event().isGranted() ? "grant" : "deny";
        }
        return ((ReaderEffect.End) effect).error().map(error -> error.code()).orElse("end");
    }

    private static String name(ReaderState state) {
        if (state instanceof AwaitingPhone) {
            return "PHONE";
        }
        if (state instanceof AwaitingCredential) {
            return "CREDENTIAL";
        }
        return state instanceof Established ? "ESTABLISHED" : "ENDED";
    }
}
