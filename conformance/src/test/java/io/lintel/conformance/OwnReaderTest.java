package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own reader passes every case that its suite has. */
@Tag("long")
class OwnReaderTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void passesEveryCase(Suite suite) {
        try (OwnReader reader = OwnReader.start(suite)) {
            List<CaseResult> told = new ArrayList<>();
            ConformanceReport report = new ReaderConformance(
                            reader.material(),
                            ReaderTarget.tcp(reader.address()),
                            OwnReader.PATIENT,
                            7,
                            Duration.ofSeconds(2),
                            id -> true,
                            Optional.of(reader::restart))
                    .run(told::add);
            assertEquals(List.of(), report.failures());
            assertTrue(report.isConformant());
            assertEquals(report.results(), told);
            assertEquals(idsOverTcp().size() + 1, report.results().size());
            assertEquals(untried(suite), skipped(report));
        }
    }

    private static List<String> idsOverTcp() {
        return ReaderConformance.ids().stream()
                .filter(id -> !id.startsWith("reader.gatt."))
                .toList();
    }

    /** What a suite does not have, and so nobody can try. */
    private static Set<String> untried(Suite suite) {
        return switch (suite) {
            case X25519 -> Set.of("reader.cold.ephemeral-no-point");
            case P256 -> Set.of("reader.cold.ephemeral-small-order", "reader.cold.static-small-order");
        };
    }

    private static Set<String> skipped(ConformanceReport report) {
        return report.results().stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
    }

    /**
     * A bucket fills on a grid of its own: a token may come between the failed tap that empties it and the good one. Here it does so
     * twice, and never else: the reader's clock stands still before.
     */
    @Test
    void mayGrantWhereATokenCameBackJustThen() throws IOException {
        Instant start = Instant.now();
        AtomicLong ahead = new AtomicLong();
        AtomicLong goesSince = new AtomicLong();
        AtomicInteger connections = new AtomicInteger();
        AtomicInteger luckyTaps = new AtomicInteger(2);
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        draft.clock = () ->
                start.plusMillis(ahead.get()).plusNanos(luckyTaps.get() < 0 ? System.nanoTime() - goesSince.get() : 0);
        try (OwnReader reader = draft.start();
                Relay relay = Relay.before(reader.address(), () -> {
                    int mine = connections.incrementAndGet();
                    return new Relay.Tampering() {
                        @Override
                        public List<Bytes> up(Bytes message, Consumer<Bytes> back) {
                            boolean good = connections.get() > mine;
                            if (good && luckyTaps.get() > 0) {
                                ahead.addAndGet(250);
                                luckyTaps.decrementAndGet();
                            } else if (good && luckyTaps.get() == 0) {
                                goesSince.set(System.nanoTime());
                                luckyTaps.decrementAndGet();
                            }
                            return List.of(message);
                        }
                    };
                })) {
            ConformanceReport report = new ReaderConformance(
                            reader.material(),
                            ReaderTarget.tcp(relay.address()),
                            OwnReader.PATIENT,
                            7,
                            Duration.ZERO,
                            "reader.budget.flood"::equals,
                            Optional.empty())
                    .run(result -> {});
            assertEquals(1, report.count(Outcome.PASSED), report::toString);
            assertTrue(luckyTaps.get() < 0, "no tap was lucky");
        }
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        List<String> ids = ReaderConformance.ids();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }
}
