package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.ReaderFacts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No credential outlasts a bound that the manager stated, in any simulated life; and a wrong bound does not go unnoticed. */
class ExposureBoundTest {
    private static final int SEEDS = Boolean.getBoolean("lintel.soak") ? 1_000 : 50;
    private static final int SEEDS_FOR_A_MISTAKE = 30;

    @Test
    void noCredentialOutlastsABoundThatWasStated() {
        List<Long> grants = LongStream.rangeClosed(1, SEEDS)
                .parallel()
                .mapToObj(SampleSites::ofSeed)
                .map(ExposureBoundTest::grantsToRevoked)
                .toList();

        assertTrue(
                grants.stream().mapToLong(Long::longValue).sum() > SEEDS,
                "hardly any door opened for a revoked credential, so nothing was put to the test");
    }

    private static long grantsToRevoked(Plan plan) {
        try {
            return SampleSites.live(plan).tally().grantedToRevoked();
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

    private static void assertFoundOut(Statements wrong) {
        assertThrows(
                BoundBeaten.class,
                () -> LongStream.rangeClosed(1, SEEDS_FOR_A_MISTAKE)
                        .mapToObj(SampleSites::ofSeed)
                        .forEach(plan -> SampleSites.live(plan, wrong)));
    }
}
