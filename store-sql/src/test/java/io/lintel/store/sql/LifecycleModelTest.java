package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Requirement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The lifecycle under each profile, through the manager's own commands, against a naive model. Under each of the five
 * products' profiles a manager is given at least {@value #LEAST_COMMANDS} commands, which is counted.
 */
@Tag("long")
class LifecycleModelTest {

    private static final int LEAST_COMMANDS = 10_000;
    private static final int TRIES = 56;
    private static final int STEPS = 200;

    private static final Set<String> SIX_TRIPLES = Set.of(
            "Active / Unauthenticated / Waiting for user activation",
            "Active / Active / Active",
            "Active / Active / Deleted by admin",
            "Active / Active / Deleted by user",
            "Active / Deleted / Deleted by admin",
            "Deleted / Deleted / Deleted");

    private static final Map<LifecycleProduct, Integer> COMMANDS = new EnumMap<>(LifecycleProduct.class);
    private static final Set<String> TRIPLES = new TreeSet<>();
    private static final LifecycleGrounds GROUNDS = new LifecycleGrounds();

    @AfterContainer
    static void count() {
        GROUNDS.close();
        assertEquals(Set.of(LifecycleProduct.values()), COMMANDS.keySet(), "products that were tried");
        COMMANDS.remove(LifecycleProduct.RESERVING);
        COMMANDS.forEach((product, commands) ->
                assertTrue(commands >= LEAST_COMMANDS, product + " was given " + commands + " commands only"));
        assertEquals(new TreeSet<>(SIX_TRIPLES), TRIPLES);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"CRD-33", "CRD-17", "DEV-11", "DEV-12", "REV-11", "REV-12"})
    void imaporter(@ForAll("steps") List<LifecycleStep> steps) {
        TRIPLES.addAll(run(LifecycleProduct.IMAPORTER, steps));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void baltech(@ForAll("steps") List<LifecycleStep> steps) {
        run(LifecycleProduct.BALTECH, steps);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void baltechSelfService(@ForAll("steps") List<LifecycleStep> steps) {
        run(LifecycleProduct.BALTECH_SELF_SERVICE, steps);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"CRD-22", "CRD-23", "REV-05", "REV-06", "DEV-20"})
    void stidBlue(@ForAll("steps") List<LifecycleStep> steps) {
        run(LifecycleProduct.STID_BLUE, steps);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void lintel(@ForAll("steps") List<LifecycleStep> steps) {
        run(LifecycleProduct.LINTEL, steps);
    }

    /** A few: what differs is when it charges. */
    @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
    void profileOfAVendorThatChargesAtActivation(@ForAll("steps") List<LifecycleStep> steps) {
        run(LifecycleProduct.RESERVING, steps);
    }

    @Provide
    Arbitrary<List<LifecycleStep>> steps() {
        return LifecycleStep.lists(STEPS);
    }

    private static Set<String> run(LifecycleProduct product, List<LifecycleStep> steps) {
        try (LifecycleGround ground = GROUNDS.fresh(product)) {
            LifecycleTrial trial = new LifecycleTrial(new LifecycleSubject(ground), product);
            trial.run(steps);
            COMMANDS.merge(product, trial.commands(), Integer::sum);
            return trial.triples();
        }
    }
}
