package io.lintel.sdk.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExposureTest {

    private static final Instant LEASE_END = Instant.ofEpochSecond(1_000);
    private static final Instant LIST_EXPIRES = Instant.ofEpochSecond(2_000);
    private static final RevokedFacts LEASED =
            new RevokedFacts(5, Optional.of(LEASE_END), Optional.empty(), Optional.of(LIST_EXPIRES));

    @Property(tries = 2_000)
    @Spec("LIST-7-4")
    void boundIsTheSecondAfterTheLastOneAtWhichTheDoorMayOpen(@ForAll("doors") NaiveDoor door) {
        assertTrue(isRight(door, Exposure::at), door::toString);
    }

    /** What the property is worth: it finds the mistake of taking a receipt for more than it says. */
    @Test
    void variantThatIgnoresTheEpochOfAReceiptIsFoundOut() {
        BiFunction<RevokedFacts, ReaderFacts, ReaderExposure> wrong = (revoked, reader) -> Exposure.at(
                revoked,
                reader.confirmed() == 0
                        ? reader
                        : new ReaderFacts(
                                reader.reader(),
                                reader.certifiedAt(),
                                Long.MAX_VALUE,
                                reader.lag(),
                                reader.staleFor()));

        assertTrue(doors().sampleStream().limit(2_000).anyMatch(door -> !isRight(door, wrong)));
        assertTrue(doors().sampleStream().limit(2_000).allMatch(door -> isRight(door, Exposure::at)));
    }

    @Test
    void variantThatForgetsTheLagIsFoundOut() {
        BiFunction<RevokedFacts, ReaderFacts, ReaderExposure> wrong = (revoked, reader) -> Exposure.at(
                revoked,
                new ReaderFacts(
                        reader.reader(),
                        reader.certifiedAt(),
                        reader.confirmed(),
                        Optional.of(Duration.ZERO),
                        reader.staleFor()));

        assertTrue(doors().sampleStream().limit(2_000).anyMatch(door -> !isRight(door, wrong)));
    }

    @Test
    void receiptOfAnEarlierListProvesNothing() {
        ReaderExposure exposure = Exposure.at(LEASED, reader(0, 4, Optional.of(60)));

        assertEquals(new Bound.Until(LEASE_END.plusSeconds(60)), exposure.bound());
        assertEquals(Reason.LEASE_END, exposure.reason());
    }

    @Test
    @Spec("LIST-7-2")
    void receiptOfTheListOrALaterOneEndsIt() {
        assertEquals(
                Reason.RECEIPT,
                Exposure.at(LEASED, reader(0, 5, Optional.empty())).reason());
        assertEquals(
                new Bound.Enforced(),
                Exposure.at(LEASED, reader(0, 6, Optional.empty())).bound());
    }

    @Test
    @Spec("LIST-7-3")
    void readerThatWasCertifiedWithTheListNeverHadAnOlderOne() {
        assertEquals(
                Reason.CERTIFIED_LATER,
                Exposure.at(LEASED, reader(5, 0, Optional.empty())).reason());
    }

    @Test
    @Spec("LIST-7-5")
    void nothingIsCertainWithoutALagOrATerm() {
        RevokedFacts forEver = new RevokedFacts(5, Optional.empty(), Optional.empty(), Optional.of(LIST_EXPIRES));

        assertEquals(
                Reason.UNKNOWN_LAG,
                Exposure.at(LEASED, reader(0, 4, Optional.empty())).reason());
        ReaderExposure unbounded = Exposure.at(forEver, reader(0, 4, Optional.of(60)));
        assertEquals(new Bound.Unbounded(), unbounded.bound());
        assertEquals(Reason.NO_TERM, unbounded.reason());
    }

    @Test
    void oldListEndsItWhereTheReaderIsKnownToDenyByThen() {
        RevokedFacts forEver = new RevokedFacts(5, Optional.empty(), Optional.empty(), Optional.of(LIST_EXPIRES));
        ReaderFacts denying =
                new ReaderFacts(1, 0, 4, Optional.of(Duration.ofSeconds(60)), Optional.of(Duration.ofSeconds(10)));

        ReaderExposure exposure = Exposure.at(forEver, denying);

        assertEquals(new Bound.Until(LIST_EXPIRES.plusSeconds(70)), exposure.bound());
        assertEquals(Reason.LIST_TOO_OLD, exposure.reason());
    }

    @Test
    @Spec({"LIST-7-1", "LIST-7-6"})
    void worstReaderCounts() {
        List<ReaderExposure> readers = Exposure.at(
                LEASED,
                List.of(reader(0, 5, Optional.of(0)), reader(0, 0, Optional.of(9)), reader(0, 1, Optional.of(3))));

        assertEquals(new Bound.Until(LEASE_END.plusSeconds(9)), Exposure.worst(readers));
        assertEquals(new Bound.Enforced(), Exposure.worst(List.of()));
        assertEquals(
                new Bound.Unbounded(),
                Exposure.worst(
                        Exposure.at(LEASED, List.of(reader(0, 0, Optional.empty()), reader(0, 5, Optional.empty())))));
    }

    @Test
    void boundIsOverAtItsInstantAndNotBefore() {
        Bound until = new Bound.Until(LEASE_END);

        assertTrue(until.isOver(LEASE_END));
        assertFalse(until.isOver(LEASE_END.minusSeconds(1)));
        assertFalse(new Bound.Unbounded().isOver(Instant.MAX));
        assertTrue(new Bound.Enforced().isOver(Instant.MIN));
    }

    private static ReaderFacts reader(long certifiedAt, long confirmed, Optional<Integer> lag) {
        return new ReaderFacts(1, certifiedAt, confirmed, lag.map(Duration::ofSeconds), Optional.empty());
    }

    private static boolean isRight(NaiveDoor door, BiFunction<RevokedFacts, ReaderFacts, ReaderExposure> exposure) {
        Bound bound = exposure.apply(door.revoked(), door.reader()).bound();
        Optional<Integer> closes = door.closes();
        if (bound instanceof Bound.Until until) {
            return closes.equals(Optional.of((int) until.at().getEpochSecond()));
        }
        return bound instanceof Bound.Enforced ? closes.equals(Optional.of(0)) : closes.isEmpty();
    }

    @Provide
    static Arbitrary<NaiveDoor> doors() {
        Arbitrary<Integer> epochs = Arbitraries.integers().between(0, 6);
        Arbitrary<Optional<Integer>> times =
                Arbitraries.integers().between(1, 20).optional(0.7);
        // Lists expire in the order of their epochs.
        Arbitrary<List<Integer>> expiries = Arbitraries.integers()
                .between(1, 30)
                .list()
                .ofSize(6)
                .map(unsorted -> unsorted.stream().sorted().toList());
        return Combinators.combine(
                        expiries, Arbitraries.integers().between(2, 6), epochs, epochs, times, times, times, times)
                .as(NaiveDoor::new);
    }
}
