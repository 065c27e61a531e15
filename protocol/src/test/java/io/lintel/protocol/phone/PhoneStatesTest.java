package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderVoice;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.StateTable;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.Lengths;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a phone's session does in every state with every event: the table of spec/protocol.md 6.2. */
@Spec({
    "TAP-6.2-1",
    "TAP-6.2-2",
    "TAP-6.2-14",
    "TAP-6.2-15",
    "TAP-6.2-16",
    "TAP-6.2-27",
    "TAP-6.2-28",
    "TAP-6.2-29",
    "TAP-6.2-31",
    "TAP-6.2-32",
    "TAP-6.2-38",
    "TAP-6.2-39",
    "TAP-6.2-40",
    "TAP-5.3-9",
    "TAP-4.5-5",
    "TAP-8-5"
})
class PhoneStatesTest {
    /**
     * Each cell: what is sent or told, in order, then the next state. A failure names what is known of the door: {@code not}
     * opened, or {@code may} have. A dash: nothing at all.
     */
    private static final StateTable TABLE = StateTable.of("""
            event           | before-opener           | asked-who               | fast-sent               | reference-sent          | whole-sent              | established | ended
            opener          | cold ANSWER             | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-unknown  | who CERTIFICATE         | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-visited  | fast ANSWER             | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-foreign  | unknown-project/not end | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-version  | wrong-suite/not end     | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-suite    | wrong-suite/not end     | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-epoch    | unknown-key-epoch/not end | unexpected/not end    | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            opener-answered | already-answered/not end | unexpected/not end     | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            who             | unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            certificate     | unexpected/not end      | cold ANSWER             | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            certificate-forged | unexpected/not end   | not-authentic/not end   | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            cold            | unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            fast            | unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            use-cold        | unexpected/not end      | unexpected/not end      | cold ANSWER             | unexpected/may end      | unexpected/may end      | end         | -
            use-cold-long   | unexpected/not end      | unexpected/not end      | malformed/may end       | unexpected/may end      | unexpected/may end      | end         | -
            send-credential | unexpected/not end      | unexpected/not end      | unexpected/may end      | credential ANSWER       | unexpected/may end      | end         | -
            send-credential-forged | unexpected/not end | unexpected/not end    | unexpected/may end      | not-authentic/may end   | unexpected/may end      | end         | -
            credential      | unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            answer          | unexpected/not end      | unexpected/not end      | granted ESTABLISHED     | granted ESTABLISHED     | granted ESTABLISHED     | end         | -
            answer-forged   | unexpected/not end      | unexpected/not end      | not-authentic/may end   | not-authentic/may end   | not-authentic/may end   | end         | -
            refused         | unexpected/not end      | refused/not end         | refused/may end         | refused/may end         | refused/may end         | end         | -
            refused-long    | unexpected/not end      | malformed/not end       | malformed/may end       | malformed/may end       | malformed/may end       | end         | -
            close           | unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            traffic-optional| unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | ESTABLISHED | -
            traffic-reserved| unexpected/not end      | unexpected/not end      | unexpected/may end      | unexpected/may end      | unexpected/may end      | end         | -
            unknown-kind    | malformed/not end       | malformed/not end       | malformed/may end       | malformed/may end       | malformed/may end       | end         | -
            empty           | malformed/not end       | malformed/not end       | malformed/may end       | malformed/may end       | malformed/may end       | end         | -
            too-long        | malformed/not end       | malformed/not end       | malformed/may end       | malformed/may end       | malformed/may end       | end         | -
            early-expire    | OPENER                  | CERTIFICATE             | ANSWER                  | ANSWER                  | ANSWER                  | ESTABLISHED | -
            expire          | timed-out/not end       | timed-out/not end       | timed-out/may end       | timed-out/may end       | timed-out/may end       | end         | -
            late-message    | timed-out/not end       | timed-out/not end       | timed-out/may end       | timed-out/may end       | timed-out/may end       | end         | -
            disconnected    | disconnected/not end    | disconnected/not end    | disconnected/may end    | disconnected/may end    | disconnected/may end    | end         | -
            app-closes      | disconnected/not end    | disconnected/not end    | disconnected/may end    | disconnected/may end    | disconnected/may end    | close end   | -
            """);

    @TestFactory
    @Spec({"TAP-4.3-3", "TAP-6.2-3"})
    Stream<DynamicTest> everyEventInEveryState() {
        return TABLE.cells()
                .map(cell -> DynamicTest.dynamicTest(
                        cell.state() + ", " + cell.event(),
                        () -> assertEquals(cell.expected(), new Visit(cell.state()).happens(cell.event()))));
    }

    /** One session in a state, and every message that a reader could have for it. */
    private static final class Visit {
        private final TestSite site = TestSite.of(Suite.X25519, 1);
        private final TestPhone phone = site.phone();
        private final Reader plain;
        private final Reader visited;
        private final Reader listed;
        private final Reader unknown = site.reader().start();
        private final Conversation tap;
        private Bytes caught = Bytes.EMPTY;

        Visit(String state) {
            ReaderDraft first = site.reader();
            ReaderDraft second = site.reader().directory(List.of(site.phone().credential()));
            ReaderDraft third = site.reader();
            for (ReaderDraft door : List.of(first, second, third)) {
                phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
            }
            plain = first.start();
            listed = second.start();
            visited = third.start();
            Conversation.tap(visited, phone);
            tap = reach(state);
        }

        private Conversation reach(String state) {
            return switch (state) {
                case "before-opener" -> begin(plain);
                case "asked-who" -> until(begin(unknown), Kind.CERTIFICATE);
                case "fast-sent" -> until(begin(visited), Kind.ANSWER);
                case "reference-sent" -> until(begin(listed), Kind.SEND_CREDENTIAL);
                case "whole-sent" -> until(begin(plain), Kind.ANSWER);
                case "established" -> begin(plain).run();
                case "ended" -> begin(plain).complete();
                default -> throw new IllegalArgumentException(state);
            };
        }

        private Conversation begin(Reader reader) {
            return Conversation.between(reader, phone);
        }

        private Conversation until(Conversation begun, int kind) {
            caught = begun.intercept(kind);
            return begun;
        }

        String happens(String event) {
            PhoneSession session = tap.phone();
            Instant now = TestSite.NOW;
            List<PhoneEffect> effects = switch (event) {
                case "early-expire" -> session.expire(now.plusMillis(9_999));
                case "expire" -> session.expire(session.deadline());
                case "late-message" -> session.receive(message("opener"), session.deadline());
                case "disconnected" -> session.disconnected(now);
                case "app-closes" -> session.close();
                default -> session.receive(message(event), now);
            };
            String done = effects.stream().map(PhoneStatesTest::name).collect(Collectors.joining(" "));
            String next = session.isEnded() ? "" : name(session.state());
            return effects.isEmpty() && session.isEnded() ? "-" : (done + " " + next).strip();
        }

        private Bytes message(String event) {
            return switch (event) {
                case "opener" -> tap.reader().opener();
                case "opener-unknown" -> opener(unknown);
                case "opener-visited" -> opener(visited);
                case "opener-foreign" ->
                    opener(TestSite.of(Suite.X25519, 2).reader().start());
                case "opener-version" -> changed(opener(plain), 1, 2);
                case "opener-suite" -> changed(opener(plain), 2, 2);
                case "opener-epoch" -> changed(opener(plain), 4, 2);
                case "opener-answered" -> answered();
                case "who" -> Bytes.of(Kind.WHO);
                case "certificate" -> caughtOr(Kind.CERTIFICATE, Lengths.CERTIFICATE_MESSAGE);
                case "certificate-forged" -> zeros(Kind.CERTIFICATE, Lengths.CERTIFICATE_MESSAGE);
                case "cold" -> zeros(Kind.COLD, Lengths.coldWithCredential(Suite.X25519));
                case "fast" -> zeros(Kind.FAST, Lengths.FAST);
                case "use-cold" -> Bytes.of(Kind.USE_COLD);
                case "use-cold-long" -> zeros(Kind.USE_COLD, 2);
                case "send-credential" -> caughtOr(Kind.SEND_CREDENTIAL, Lengths.SEND_CREDENTIAL);
                case "send-credential-forged" -> zeros(Kind.SEND_CREDENTIAL, Lengths.SEND_CREDENTIAL);
                case "credential" -> zeros(Kind.CREDENTIAL, Lengths.CREDENTIAL_MESSAGE);
                case "answer" ->
                    caughtOr(Kind.SEND_CREDENTIAL, 1).size() > 1
                            ? ReaderVoice.grant(tap.reader())
                            : caughtOr(Kind.ANSWER, Lengths.ANSWER);
                case "answer-forged" -> zeros(Kind.ANSWER, Lengths.ANSWER);
                case "refused" -> Bytes.of(Kind.REFUSED);
                case "refused-long" -> zeros(Kind.REFUSED, 2);
                case "close" -> traffic(Bytes.of(0));
                case "traffic-optional" -> traffic(Bytes.of(99, 1, 2, 3));
                case "traffic-reserved" -> traffic(Bytes.of(15));
                case "unknown-kind" -> Bytes.of(0x0C);
                case "empty" -> Bytes.EMPTY;
                case "too-long" -> zeros(Kind.TRAFFIC, 513);
                default -> throw new IllegalArgumentException(event);
            };
        }

        /** Returns an opener that the same wallet has answered already. */
        private Bytes answered() {
            Conversation before = begin(plain);
            before.intercept(Kind.OPENER);
            Bytes opener = before.reader().opener();
            before.deliver(Side.PHONE, opener);
            return opener;
        }

        private Bytes traffic(Bytes content) {
            return tap.phone().rangingKey().isPresent()
                    ? ReaderVoice.traffic(tap.reader(), content)
                    : zeros(Kind.TRAFFIC, 18);
        }

        private Bytes caughtOr(int kind, int size) {
            return !caught.isEmpty() && caught.unsigned(0) == kind ? caught : zeros(kind, size);
        }

        private static Bytes opener(Reader reader) {
            return reader.open(Conversation.GESTURE.transport(), TestSite.NOW).opener();
        }

        private static Bytes changed(Bytes opener, int index, int value) {
            byte[] octets = opener.toByteArray();
            octets[index] = (byte) value;
            return Bytes.copyOf(octets);
        }

        private static Bytes zeros(int kind, int size) {
            return Bytes.concat(Bytes.of(kind), Bytes.copyOf(new byte[size - 1]));
        }
    }

    private static String name(PhoneEffect effect) {
        if (effect instanceof PhoneEffect.Send send) {
            return switch (send.message().unsigned(0)) {
                case Kind.WHO -> "who";
                case Kind.COLD -> "cold";
                case Kind.FAST -> "fast";
                case Kind.CREDENTIAL -> "credential";
                case Kind.TRAFFIC -> "close";
                default -> throw new AssertionError("a phone never sends " + send);
            };
        }
        if (effect instanceof PhoneEffect.Finished finished) {
            return finished.result() instanceof TapResult.Failed failed
                    ? failed.error().code() + (failed.outcome() == TapResult.Outcome.UNKNOWN ? "/may" : "/not")
                    : finished.result().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
        return "end";
    }

    private static String name(PhoneState state) {
        if (state instanceof AwaitingOpener) {
            return "OPENER";
        }
        if (state instanceof AwaitingCertificate) {
            return "CERTIFICATE";
        }
        return state instanceof AwaitingAnswer ? "ANSWER" : "ESTABLISHED";
    }
}
