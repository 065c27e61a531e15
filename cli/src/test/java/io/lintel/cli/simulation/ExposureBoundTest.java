package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.simulation.Plan.Couriers;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReaderFacts;
import io.lintel.sdk.revocation.RevokedFacts;
import java.time.Duration;
import java.time.Instant;
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
    /** The hard site was made with seeds from 1 on in view, so others have to show that it is hard. */
    private static final long FIRST_SEED_FOR_A_MISTAKE = 101;

    private static final int SEEDS_FOR_A_MISTAKE = 12;

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
        assertFoundOut(
                Couriers.CARRYING,
                (revoked, reader) -> reader.confirmed() > 0
                        ? new Bound.Enforced()
                        : Exposure.at(revoked, reader).bound());
    }

    @Test
    void aBoundThatTakesAReaderForInformedThatNobodyHasHeardOfIsFoundOut() {
        assertFoundOut(
                Couriers.NONE,
                (revoked, reader) -> reader.confirmed() == 0
                        ? new Bound.Enforced()
                        : Exposure.at(revoked, reader).bound());
    }

    @Test
    void aBoundThatForgetsTheLagOfClocksIsFoundOut() {
        assertFoundOut(
                Couriers.NONE,
                (revoked, reader) -> Exposure.at(revoked, with(reader, Optional.of(Duration.ZERO), reader.staleFor()))
                        .bound());
    }

    @Test
    void aBoundThatForgetsHowLongExpiredListsDoIsFoundOut() {
        assertFoundOut(
                Couriers.NONE,
                (revoked, reader) -> Exposure.at(revoked, with(reader, reader.lag(), Optional.of(Duration.ZERO)))
                        .bound());
    }

    @Test
    void aBoundThatTakesAnUnknownClockForAGoodOneIsFoundOut() {
        assertFoundOut(
                Couriers.NONE,
                (revoked, reader) -> Exposure.at(
                                revoked,
                                with(reader, reader.lag().or(() -> Optional.of(Duration.ZERO)), reader.staleFor()))
                        .bound());
    }

    private static ReaderFacts with(ReaderFacts reader, Optional<Duration> lag, Optional<Duration> staleFor) {
        return new ReaderFacts(reader.reader(), reader.certifiedAt(), reader.confirmed(), lag, staleFor);
    }

    @Test
    void aBoundThatKnowsOnlyTheNewestLeaseIsFoundOut() {
        assertFoundOut(Couriers.NONE, new Right() {
            @Override
            public Optional<Instant> leaseEnd(CredentialRecord revoked) {
                return revoked.newest().map(Credential::leaseEnd);
            }
        });
    }

    @Test
    void aBoundThatKnowsOnlyTheNewestGroupsIsFoundOut() {
        assertFoundOut(Couriers.NONE, new Right() {
            @Override
            public Set<Integer> groups(CredentialRecord revoked) {
                return revoked.newest().orElseThrow().groups();
            }
        });
    }

    /** The product's statements, to get one thing wrong. */
    private static class Right implements Statements {
        @Override
        public Bound bound(RevokedFacts revoked, ReaderFacts reader) {
            return Exposure.at(revoked, reader).bound();
        }
    }

    /** Measured, each is found out in six lives of twelve or more; other luck may take a few of them, not all. */
    private static void assertFoundOut(Couriers couriers, Statements wrong) {
        long found = LongStream.range(FIRST_SEED_FOR_A_MISTAKE, FIRST_SEED_FOR_A_MISTAKE + SEEDS_FOR_A_MISTAKE)
                .parallel()
                .mapToObj(seed -> SampleSites.hardOfSeed(seed, couriers))
                .filter(plan -> isFoundOut(plan, wrong))
                .count();
        assertTrue(found * 3 >= SEEDS_FOR_A_MISTAKE, () -> "found out in " + found + " of " + SEEDS_FOR_A_MISTAKE);
    }

    private static boolean isFoundOut(Plan plan, Statements wrong) {
        try {
            SampleSites.live(plan, wrong);
            return false;
        } catch (BoundBeaten beaten) {
            return true;
        }
    }
}
