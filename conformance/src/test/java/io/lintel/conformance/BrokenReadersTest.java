package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Decision;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Randomness;
import io.lintel.protocol.wire.Lengths;
import io.lintel.transport.tcp.TapLimits;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers that are broken in one way each: the kit names the sentence, and passes them in the plain cases beside it. */
@Tag("long")
class BrokenReadersTest {
    private static final Bytes WHO = Bytes.of(0x02);
    private static final Bytes REFUSED = Bytes.of(0x0a);

    /** Readers whose parts are broken. */
    static Stream<Arguments> brokenInside() {
        return Stream.of(
                broken(
                        "the same nonce each time",
                        "reader.opener.f",
                        eachOf("TAP-4.1-7", "reader.opener.fresh", "reader.cold.whole"),
                        draft -> draft.randomness = size -> Bytes.copyOf(new byte[size])),
                broken(
                        "one ephemeral key for all",
                        "reader.opener.ephemeral-per",
                        Map.of("reader.opener.ephemeral-per-channel", "TAP-4.2-7"),
                        draft -> draft.ephemerals = always(draft)),
                broken(
                        "shared secrets of zeros",
                        "reader.cold.ephemeral-s",
                        Map.of("reader.cold.ephemeral-small-order", "TAP-2.2-2"),
                        BrokenReadersTest::takesZeros),
                broken(
                        "tags not compared",
                        "reader.cold.tag",
                        Map.of("reader.cold.tag-altered", "TAP-6.1-8"),
                        draft -> draft.suite = CarelessCrypto.withoutTags(draft.suite)),
                broken(
                        "signatures not checked",
                        "reader.credential.s",
                        Map.of("reader.credential.signature", "TAP-4.5-10"),
                        draft -> draft.suite = CarelessCrypto.withoutSignatures(draft.suite)),
                broken(
                        "a clock that is a day ahead",
                        "reader.policy.not",
                        Map.of("reader.policy.not-yet-valid", "TAP-7-12"),
                        draft -> draft.clock = InstantSource.offset(InstantSource.system(), Duration.ofDays(1))),
                broken(
                        "ratchets without an end",
                        "reader.fast.u",
                        Map.of("reader.fast.uses", "TAP-4.6-8"),
                        draft -> draft.limits.coldAfterUses = 200),
                broken(
                        "no deadline",
                        "reader.time.silence",
                        Map.of("reader.time.silence", "TAP-6.1-14", "reader.time.silence-for-credential", "TAP-6.1-20"),
                        draft -> {
                            draft.limits.openerLifetime = Duration.ofMinutes(1);
                            draft.tapLimits = TapLimits.standard()
                                    .withTimeouts(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
                        }),
                broken(
                        "a budget that does not empty",
                        "reader.budget.flood",
                        Map.of("reader.budget.flood", "TAP-6.1-7"),
                        draft -> draft.limits.failedColdBurst = 10_000),
                broken(
                        "reserved flags",
                        "reader.opener",
                        eachOf("TAP-4.2-5", "reader.opener.payload", "reader.opener.fresh"),
                        draft -> draft.suite = CarelessCrypto.withReservedFlags(draft.suite)),
                broken(
                        "a list epoch that is made up",
                        "reader.list.e",
                        Map.of("reader.list.epoch", "TAP-4.2-4"),
                        draft -> draft.suite = CarelessCrypto.withInflatedListEpoch(draft.suite)),
                broken(
                        "heads with any signature",
                        "reader.list.head",
                        Map.of("reader.list.head-forged", "LIST-6.3-14"),
                        draft -> draft.suite = CarelessCrypto.withoutSignatures(draft.suite)),
                broken(
                        "a list that is not kept",
                        "reader.restart.list",
                        Map.of("reader.restart.list", "LIST-5-9"),
                        draft -> draft.memory = CarelessMemory.withoutLists()),
                broken(
                        "receipts that are numbered anew",
                        "reader.restart.list",
                        Map.of("reader.restart.list", "LIST-4-2"),
                        draft -> draft.memory = CarelessMemory.withoutReceiptNumbers()),
                broken(
                        "the same state epoch each time",
                        "reader.restart.state",
                        Map.of("reader.restart.state-epoch", "TAP-9-2"),
                        draft -> draft.randomness = size -> size == Lengths.STATE_EPOCH
                                ? Bytes.copyOf(new byte[size])
                                : Randomness.of(new SecureRandom()).next(size)),
                broken(
                        "a door that does not open",
                        "reader.cold.whole",
                        Map.of("reader.cold.whole", "TAP-6.1-9"),
                        draft -> draft.rule = request -> Decision.denied(DenialReason.SITE_RULE)));
    }

    private static Arguments broken(
            String how, String only, Map<String, String> expected, Consumer<OwnReader.Draft> breaking) {
        return Arguments.of(how, only, expected, breaking);
    }

    private static void takesZeros(OwnReader.Draft draft) {
        draft.suite = CarelessCrypto.withoutZeroCheck(draft.suite);
    }

    private static Supplier<DhKeyPair> always(OwnReader.Draft draft) {
        SecretBytes one = draft.suite.generateDhKeyPair().privateKey().encoded();
        return () -> draft.suite.dhKeyPair(one);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenInside(String how, String only, Map<String, String> expected, Consumer<OwnReader.Draft> breaking) {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        breaking.accept(draft);
        try (OwnReader reader = draft.start()) {
            assertEquals(expected, Blame.of(reader, reader.address(), only), how);
        }
    }

    /** Readers that say too much, too little, or stay too long. */
    static Stream<Arguments> brokenOutside() {
        return Stream.of(
                Arguments.of(
                        "stays behind refused",
                        "reader.cold.gate",
                        Map.of("reader.cold.gate", "TAP-6-4"),
                        tampering(() -> new Relay.Tampering() {
                            @Override
                            public boolean tellsOfClosing() {
                                return false;
                            }
                        })),
                Arguments.of(
                        "stays with a courier that says what has no place",
                        "reader.courier.part-u",
                        Map.of("reader.courier.part-unasked", "LIST-6.1-4"),
                        tampering(() -> new Relay.Tampering() {
                            @Override
                            public boolean tellsOfClosing() {
                                return false;
                            }
                        })),
                Arguments.of(
                        "does not leave in silence",
                        "reader.session.c",
                        Map.of("reader.session.close", "TAP-6-5", "reader.session.close-with-body", "TAP-6-5"),
                        tampering(() -> new Relay.Tampering() {
                            @Override
                            public List<Bytes> whenReaderCloses() {
                                return List.of(REFUSED);
                            }
                        })),
                Arguments.of(
                        "answers who twice",
                        "reader.who",
                        Map.of("reader.who.twice", "TAP-6.1-12"),
                        tampering(Talkative::new)),
                Arguments.of(
                        "ignores what it does not know",
                        "reader.malformed.kind",
                        Map.of("reader.malformed.kind", "TAP-3-3"),
                        tampering(() -> new Relay.Tampering() {
                            @Override
                            public List<Bytes> up(Bytes message, Consumer<Bytes> back) {
                                return message.unsigned(0) == 0 || message.unsigned(0) > 0x0b
                                        ? List.of()
                                        : List.of(message);
                            }
                        })),
                Arguments.of(
                        "waits for frames of any length",
                        "reader.framing.o",
                        Map.of("reader.framing.oversize", "TAP-10-5"),
                        tampering(() -> new Relay.Tampering() {})),
                Arguments.of(
                        "says why it refuses",
                        "reader.cold.gate",
                        Map.of("reader.cold.gate", "TAP-6.1-6"),
                        tampering(() -> new Relay.Tampering() {
                            @Override
                            public List<Bytes> down(Bytes message) {
                                return List.of(message.equals(REFUSED) ? Bytes.concat(REFUSED, Bytes.of(3)) : message);
                            }
                        })),
                Arguments.of(
                        "cuts its openers",
                        "reader.opener.f",
                        eachOf("TAP-3-2", "reader.opener.form", "reader.opener.fresh", "reader.cold.whole"),
                        openers(opener -> opener.slice(0, 40))),
                Arguments.of(
                        "says nothing in its openers",
                        "reader.opener.e",
                        eachOf(
                                "TAP-3-2",
                                "reader.opener.form",
                                "reader.opener.ephemeral-per-channel",
                                "reader.opener.ephemeral-used",
                                "reader.cold.whole"),
                        openers(opener -> Bytes.EMPTY)),
                Arguments.of(
                        "has a key epoch of zero",
                        "reader.opener.f",
                        eachOf("TAP-4.1-4", "reader.opener.form", "reader.opener.fresh", "reader.cold.whole"),
                        openers(opener ->
                                Bytes.concat(opener.slice(0, 3), Bytes.of(0, 0), opener.slice(5, opener.size())))));
    }

    /** Its clock goes on by more than a minute with each connection, so every token is back for the next one. */
    @Test
    void aReaderThatNeverRunsOutOfTokensForHeadsIsCaught() throws IOException {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        AtomicLong minutes = new AtomicLong();
        draft.clock = () -> Instant.now().plus(Duration.ofSeconds(61).multipliedBy(minutes.get()));
        try (OwnReader reader = draft.start();
                Relay relay = Relay.before(
                        () -> {
                            minutes.incrementAndGet();
                            return reader.address();
                        },
                        () -> new Relay.Tampering() {})) {
            assertEquals(
                    Map.of("reader.restart.head-flood", "LIST-6.3-9"),
                    Blame.of(reader, relay.address(), "reader.restart.head-flood"));
        }
    }

    /** Its connections go to one of two machines in turn, each of which bounds its own couriers. */
    @Test
    void aReaderThatServesMoreThanFourCouriersIsCaught() throws IOException {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        AtomicInteger connections = new AtomicInteger();
        try (OwnReader one = draft.start();
                OwnReader other = draft.start();
                Relay relay = Relay.before(
                        () -> (connections.getAndIncrement() % 2 == 0 ? one : other).address(),
                        () -> new Relay.Tampering() {})) {
            assertEquals(
                    Map.of("reader.courier.crowd", "LIST-6.3-3"),
                    Blame.of(one, relay.address(), "reader.courier.crowd"));
        }
    }

    private static Map<String, String> eachOf(String number, String... ids) {
        return Stream.of(ids).collect(Collectors.toMap(id -> id, id -> number));
    }

    private static Supplier<Relay.Tampering> openers(UnaryOperator<Bytes> spoiler) {
        return () -> new Relay.Tampering() {
            @Override
            public List<Bytes> down(Bytes message) {
                return List.of(message.unsigned(0) == 0x01 ? spoiler.apply(message) : message);
            }
        };
    }

    private static Supplier<Relay.Tampering> tampering(Supplier<Relay.Tampering> each) {
        return each;
    }

    /** Answers {@code who} as often as it is asked. */
    private static final class Talkative implements Relay.Tampering {
        private volatile Bytes certificate = Bytes.EMPTY;

        @Override
        public List<Bytes> up(Bytes message, Consumer<Bytes> back) {
            if (message.equals(WHO) && !certificate.isEmpty()) {
                back.accept(certificate);
                return List.of();
            }
            return List.of(message);
        }

        @Override
        public List<Bytes> down(Bytes message) {
            if (message.unsigned(0) == 0x03) {
                certificate = message;
            }
            return List.of(message);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void brokenOutside(String how, String only, Map<String, String> expected, Supplier<Relay.Tampering> tampering)
            throws IOException {
        try (OwnReader reader = OwnReader.start(Suite.X25519);
                Relay relay = Relay.before(reader.address(), tampering)) {
            assertEquals(expected, Blame.of(reader, relay.address(), only), how);
        }
    }
}
