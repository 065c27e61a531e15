package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReaderFacts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No credential outlasts a bound that the manager stated, in any simulated life; and a wrong bound does not go unnoticed. */
@Tag("long")
class ExposureBoundTest {
    private static final int SEEDS = Boolean.getBoolean("lintel.soak") ? 1_000 : 50;
    private static final int SEEDS_FOR_A_MISTAKE = 30;

    /** What ends an exposure in a simulated life; validity has no end there. */
    private static final Set<Reason> TERMS = EnumSet.of(Reason.RECEIPT, Reason.LEASE_END, Reason.LIST_TOO_OLD);

    @Test
    void noCredentialOutlastsABoundThatWasStated() {
        Map<Reason, LongAdder> reasons = new EnumMap<>(Reason.class);
        TERMS.forEach(reason -> reasons.put(reason, new LongAdder()));
        Statements counting = (revoked, reader) -> {
            ReaderExposure stated = Exposure.at(revoked, reader);
            reasons.getOrDefault(stated.reason(), new LongAdder()).increment();
            return stated.bound();
        };

        List<Long> grants = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(SampleSites::ofSeed)
                .map(plan -> grantsToRevoked(plan, counting))
                .toList();

        assertTrue(
                grants.stream().mapToLong(Long::longValue).sum() > SEEDS,
                "hardly any door opened for a revoked credential, so nothing was put to the test");
        reasons.forEach((reason, times) ->
                assertTrue(times.sum() > 4L * SEEDS, () -> reason + " decided only " + times + " bounds: " + reasons));
    }

    private static long grantsToRevoked(Plan plan, Statements statements) {
        try {
            return SampleSites.live(plan, statements).tally().grantedToRevoked();
        } catch (BoundBeaten beaten) {
            throw new AssertionError(beaten.getMessage() + "; replay " + plan, beaten);
        }
    }

    @Test
    void aBoundThatIgnoresTheEpochOfAReceiptIsFoundOut() {
        assertFoundOut((revoked, reader) ->
                Exposure.at(revoked, confirmed(reader, reader.confirmed() > 0)).bound());
    }

    private static ReaderFacts confirmed(ReaderFacts reader, boolean everything) {
        return new ReaderFacts(
                reader.reader(),
                reader.certifiedAt(),
                everything ? Long.MAX_VALUE : reader.confirmed(),
                reader.lag(),
                reader.staleFor());
    }

    @Test
    void aBoundThatForgetsTheLagOfClocksIsFoundOut() {
        assertFoundOut((revoked, reader) -> Exposure.at(
                        revoked,
                        new ReaderFacts(
                                reader.reader(),
                                reader.certifiedAt(),
                                reader.confirmed(),
                                Optional.of(Duration.ZERO),
                                reader.staleFor()))
                .bound());
    }

    @Test
    void aBoundThatForgetsHowLongExpiredListsDoIsFoundOut() {
        assertFoundOut((revoked, reader) -> Exposure.at(
                        revoked,
                        new ReaderFacts(
                                reader.reader(),
                                reader.certifiedAt(),
                                reader.confirmed(),
                                reader.lag(),
                                Optional.of(Duration.ZERO)))
                .bound());
    }

    private static void assertFoundOut(Statements wrong) {
        assertThrows(
                BoundBeaten.class,
                () -> LongStream.rangeClosed(1, SEEDS_FOR_A_MISTAKE)
                        .mapToObj(SampleSites::ofSeed)
                        .forEach(plan -> SampleSites.live(plan, wrong)));
    }
}
