package io.lintel.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Tallies, for one JVM of tests, what became of the tests that carry a {@link Requirement}, and writes the tallies where
 * the system property {@value #DIRECTORY_PROPERTY} says. Without that property, in an IDE say, it writes nothing.
 *
 * <p>A dynamic test or a property of jqwik counts for the requirements of the method that made it. A container that
 * fails or is skipped counts for all that it would have run.
 */
public final class RequirementListener implements TestExecutionListener {

    static final String DIRECTORY_PROPERTY = "lintel.requirements.directory";

    /** Shared, because a build tool may run its test classes as several plans, each with a listener of its own. */
    private static final Map<String, Tally> TALLIES_OF_THIS_JVM = new ConcurrentHashMap<>();

    private final Map<String, Tally> tallies;
    private final Optional<Path> directory;
    private volatile @Nullable TestPlan plan;

    /** Called by the platform's service loader. */
    public RequirementListener() {
        this(
                TALLIES_OF_THIS_JVM,
                Optional.ofNullable(System.getProperty(DIRECTORY_PROPERTY)).map(Path::of));
    }

    RequirementListener(Map<String, Tally> tallies, Optional<Path> directory) {
        this.tallies = tallies;
        this.directory = directory;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        directory.ifPresent(target -> TallyFile.write(target, tallies));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        count(idsOfTree(test), Tally.Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    count(idsOfPath(test), Tally.Outcome.PASSED);
                }
            }
            case ABORTED -> count(test.isTest() ? idsOfPath(test) : idsOfTree(test), Tally.Outcome.SKIPPED);
            case FAILED -> count(test.isTest() ? idsOfPath(test) : idsOfTree(test), Tally.Outcome.FAILED);
        }
    }

    private void count(Set<String> ids, Tally.Outcome outcome) {
        ids.forEach(id -> tallies.merge(id, Tally.NONE.plus(outcome), Tally::plus));
    }

    /** Ids of the test and of everything that it stands in. */
    private Set<String> idsOfPath(TestIdentifier test) {
        Set<String> ids = new TreeSet<>();
        TestPlan running = plan;
        Optional<TestIdentifier> each = Optional.of(test);
        while (each.isPresent()) {
            ids.addAll(RequirementSources.idsOf(each.get().getSource()));
            each = running == null ? Optional.empty() : running.getParent(each.get());
        }
        return ids;
    }

    private Set<String> idsOfTree(TestIdentifier container) {
        Set<String> ids = idsOfPath(container);
        TestPlan running = plan;
        if (running != null) {
            running.getDescendants(container).forEach(each -> ids.addAll(RequirementSources.idsOf(each.getSource())));
        }
        return ids;
    }
}
