package io.lintel.cli.simulation;

import io.lintel.cli.simulation.Plan.Couriers;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;
import java.util.function.IntConsumer;

/** Sites that are small enough for a test. */
final class SampleSites {
    private static final CryptoSuite SUITE =
            Primitives.select(new SecureRandom()).suite(Suite.X25519);

    private SampleSites() {}

    /** A site for each seed: 2 to 5 readers, 6 to 17 phones, 20 to 39 days; one of four has no couriers. */
    static Plan ofSeed(long seed) {
        Chance chance = Chance.of(seed);
        return new Plan(
                seed,
                20 + chance.below(20),
                2 + chance.below(4),
                6 + chance.below(12),
                chance.below(101),
                chance.happens(0.25) ? Couriers.NONE : Couriers.CARRYING);
    }

    /** A site where a wrong bound shows: 6 readers, 15 phones, 40 days, four of five readers or all never online. */
    static Plan hardOfSeed(long seed, Couriers couriers) {
        return new Plan(seed, 40, 6, 15, Chance.of(seed).happens(0.5) ? 80 : 100, couriers);
    }

    static Findings live(Plan plan, Statements statements, IntConsumer days) {
        return new SimulatedSite(plan, SUITE, statements).live(days);
    }

    static Findings live(Plan plan, Statements statements) {
        return live(plan, statements, day -> {});
    }

    static Findings live(Plan plan) {
        return live(plan, Statements.exposure());
    }
}
