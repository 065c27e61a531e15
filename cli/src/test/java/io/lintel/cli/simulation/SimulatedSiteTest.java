package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.simulation.DoorPlace.Line;
import io.lintel.cli.simulation.Plan.Couriers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedSiteTest {
    private static final Plan SITE = new Plan(1, 60, 5, 30, 40, Couriers.CARRYING);

    @Test
    void theSameSeedGivesTheSameLife() {
        Plan plan = SampleSites.ofSeed(5);

        assertEquals(SampleSites.live(plan), SampleSites.live(plan));
    }

    @Test
    void anotherSeedGivesAnotherLife() {
        Plan plan = SampleSites.ofSeed(5);
        Plan other = new Plan(6, plan.days(), plan.readers(), plan.phones(), plan.offlinePercent(), plan.couriers());

        assertNotEquals(SampleSites.live(plan).tally(), SampleSites.live(other).tally());
    }

    @Test
    void couriersBringARevocationToDoorsThatAreNeverOnlineLongBeforeAPersonWalksThere() {
        Times carried = SampleSites.live(SITE).enforced().get(Line.OFFLINE);
        Times walked = SampleSites.live(SITE.with(Couriers.NONE)).enforced().get(Line.OFFLINE);

        assertEquals(walked.count(), carried.count());
        Duration byCourier = carried.percentile(50).orElseThrow();
        assertTrue(byCourier.compareTo(Duration.ofDays(2)) < 0, byCourier.toString());
        assertTrue(
                walked.percentile(50)
                        .map(onFoot -> onFoot.compareTo(byCourier.multipliedBy(4)) > 0)
                        .orElse(true),
                walked.percentile(50).toString());
    }

    @Test
    void receiptsThatCouriersCarryAreCountedAlsoWhenNothingRestsOnThemAnyMore() {
        Times carried = SampleSites.live(SITE).proven().get(Line.OFFLINE);
        Times walked = SampleSites.live(SITE.with(Couriers.NONE)).proven().get(Line.OFFLINE);

        assertEquals(walked.count(), carried.count());
        assertTrue(carried.missing() <= walked.missing(), carried + " beside " + walked);
        assertTrue(carried.percentile(90).orElseThrow().compareTo(Plan.ROUND.dividedBy(4)) < 0, carried::toString);
    }

    @Test
    void everythingThatASiteSuffersHappens() {
        Findings life = SampleSites.live(SITE);

        assertTrue(life.revocations() > 5, life.toString());
        assertTrue(life.tally().powerCuts() > 0, life.toString());
        assertTrue(life.tally().resets() > 0, life.toString());
        assertTrue(life.tally().refusedReceipts() > 0, life.toString());
        assertTrue(life.tally().grantedToRevoked() > 0, life.toString());
        assertTrue(life.tally().granted() < life.tally().taps(), life.toString());
        assertTrue(life.proven().get(Line.OFFLINE).ascending().size() > 0, life.toString());
    }

    @Test
    void everyDayIsTold() {
        Plan plan = SampleSites.ofSeed(5);
        List<Integer> days = new ArrayList<>();

        SampleSites.live(plan, Statements.exposure(), days::add);

        assertEquals(IntStream.rangeClosed(1, plan.days()).boxed().toList(), days);
    }
}
