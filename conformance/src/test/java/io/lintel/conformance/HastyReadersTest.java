package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.wire.Lengths;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Readers that pass over what they ought to look at: the kit names the sentence. */
@Tag("long")
class HastyReadersTest {
    private static final int COLD = 0x04;
    private static final int SEND_CREDENTIAL = 0x07;
    private static final int CREDENTIAL = 0x08;
    private static final long MILLIS_PER_TOKEN = 250;
    private static final int WHOLE = Lengths.coldWithCredential(Suite.X25519);
    private static final int EPHEMERALS = 8;
    private static final int REFERENCE = Lengths.coldWithReference(Suite.X25519);

    @Test
    void whoTakesTheFirstOctetsOfAColdMessageThatIsTooLongIsCaught() throws IOException {
        Relay.Tampering cutting = new Relay.Tampering() {
            @Override
            public List<Bytes> up(Bytes message, Consumer<Bytes> back) {
                int size = message.size();
                boolean isCold = message.unsigned(0) == COLD;
                int form = size > WHOLE ? WHOLE : REFERENCE;
                return List.of(isCold && size != WHOLE && size > form ? message.slice(0, form) : message);
            }
        };
        assertEquals(
                Map.of("reader.malformed.length-cold-genuine", "TAP-3-3"),
                blamed(cutting, "reader.malformed.length-c"));
    }

    @Test
    void whoTakesTheFirstOctetsOfACredentialMessageThatIsTooLongIsCaught() throws IOException {
        Relay.Tampering cutting = new Relay.Tampering() {
            @Override
            public List<Bytes> up(Bytes message, Consumer<Bytes> back) {
                boolean isLonger = message.unsigned(0) == CREDENTIAL && message.size() > Lengths.CREDENTIAL_MESSAGE;
                return List.of(isLonger ? message.slice(0, Lengths.CREDENTIAL_MESSAGE) : message);
            }
        };
        String id = "reader.cold.credential-message-length";
        assertEquals(Map.of(id, "TAP-6.1-19"), blamed(cutting, id));
    }

    @Test
    void whoDoesNotLookAtThePaddingOfACredentialIsCaught() {
        String id = "reader.cold.credential-message-padding";
        assertEquals(
                Map.of(id, "TAP-3-7"), blamed(draft -> draft.suite = CarelessCrypto.withoutPadding(draft.suite), id));
    }

    /** Its clock goes on with each phone that it asks, by as much as gives the token back. */
    @Test
    void whoGivesTokensBackToPhonesThatLeaveWhenTheyAreAskedIsCaught() throws IOException {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        AtomicLong ahead = new AtomicLong();
        draft.clock = () -> Instant.now().plusMillis(ahead.get());
        Relay.Tampering forgiving = new Relay.Tampering() {
            @Override
            public List<Bytes> down(Bytes message) {
                if (message.unsigned(0) == SEND_CREDENTIAL) {
                    ahead.addAndGet(MILLIS_PER_TOKEN);
                }
                return List.of(message);
            }
        };
        try (OwnReader reader = draft.start();
                Relay relay = Relay.before(reader.address(), () -> forgiving)) {
            String id = "reader.budget.references";
            assertEquals(Map.of(id, "TAP-4.3-14"), Blame.of(reader, relay.address(), id));
        }
    }

    @Test
    void whoseSessionsDoNotEndIsCaught() {
        String id = "reader.time.session";
        assertEquals(
                Map.of(id, "TAP-6.1-28"), blamed(draft -> draft.limits.sessionLifetime = Duration.ofMinutes(1), id));
    }

    @Test
    void whoseSessionsEndTooSoonIsCaught() {
        String id = "reader.time.session";
        assertEquals(Map.of(id, "TAP-8-4"), blamed(draft -> draft.limits.sessionLifetime = Duration.ofSeconds(2), id));
    }

    /** It puts each key back that a tap has used, behind the others, and meets it again when they have had their turn. */
    @Test
    void whoPutsUsedEphemeralsBackIsCaught() {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        List<SecretBytes> pool = Stream.generate(
                        () -> draft.suite.generateDhKeyPair().privateKey().encoded())
                .limit(EPHEMERALS)
                .toList();
        AtomicInteger turn = new AtomicInteger();
        draft.ephemerals = () -> draft.suite.dhKeyPair(pool.get(turn.getAndIncrement() % EPHEMERALS));
        draft.limits.ephemerals = 1;
        try (OwnReader reader = draft.start()) {
            Map<String, String> blamed = Blame.of(reader, reader.address(), "reader.opener.ephemeral-used");
            assertEquals(Map.of(), blamed, "the next openers have other keys");
            assertEquals(
                    Set.of("TAP-4.2-8"),
                    Set.copyOf(
                            Blame.of(reader, reader.address(), "reader.policy").values()));
        }
    }

    /** A network that holds openers back until the reader has given up, so that the kit has no time left for what it has to send. */
    @Test
    void whoHadNoTimeToBeAnsweredIsNotBlamed() throws IOException {
        Supplier<Relay.Tampering> slow = () -> new Relay.Tampering() {
            private final List<Bytes> held = new ArrayList<>();

            @Override
            public List<Bytes> down(Bytes message) {
                held.add(message);
                return List.of();
            }

            @Override
            public List<Bytes> whenReaderCloses() {
                return held;
            }
        };
        try (OwnReader reader = OwnReader.start(Suite.X25519);
                Relay relay = Relay.before(reader.address(), slow)) {
            Set<String> late = Set.of("reader.time.too-slow", "reader.time.who-is-no-excuse");
            ConformanceReport report = new ReaderConformance(
                            reader.material(),
                            ReaderTarget.tcp(relay.address()),
                            OwnReader.PATIENT,
                            3,
                            Duration.ZERO,
                            late::contains,
                            Optional.empty())
                    .run(result -> {});
            assertEquals(late.size(), report.count(Outcome.SKIPPED), report::toString);
        }
    }

    private static Map<String, String> blamed(Consumer<OwnReader.Draft> breaking, String only) {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        breaking.accept(draft);
        try (OwnReader reader = draft.start()) {
            return Blame.of(reader, reader.address(), only);
        }
    }

    private static Map<String, String> blamed(Relay.Tampering tampering, String only) throws IOException {
        try (OwnReader reader = OwnReader.start(Suite.X25519);
                Relay relay = Relay.before(reader.address(), () -> tampering)) {
            return Blame.of(reader, relay.address(), only);
        }
    }
}
