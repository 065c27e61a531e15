package io.lintel.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    private static final Map<Claim, Tally> TALLIES_OF_THIS_JVM = new ConcurrentHashMap<>();

    private final Map<Claim, Tally> tallies;
    private final Optional<Path> directory;
    private volatile @Nullable TestPlan plan;

    /** Called by the platform's service loader. */
    public RequirementListener() {
        this(
                TALLIES_OF_THIS_JVM,
                Optional.ofNullable(System.getProperty(DIRECTORY_PROPERTY)).map(Path::of));
    }

    RequirementListener(Map<Claim, Tally> tallies, Optional<Path> directory) {
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
        count(test, Tally.Outcome.SKIPPED);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case SUCCESSFUL -> {
                if (test.isTest()) {
                    count(test, Tally.Outcome.PASSED);
                }
            }
            case ABORTED -> count(test, Tally.Outcome.SKIPPED);
            case FAILED -> count(test, Tally.Outcome.FAILED);
        }
    }

    private void count(TestIdentifier test, Tally.Outcome outcome) {
        Set<String> ids = test.isTest() ? idsOfPath(test) : idsOfTree(test);
        if (!ids.isEmpty()) {
            String name = nameOf(test);
            ids.forEach(id -> tallies.merge(new Claim(id, name), Tally.NONE.plus(outcome), Tally::plus));
        }
    }

    /** The name of the nearest thing in code that the test, which may have been made by a method, stands in. */
    private String nameOf(TestIdentifier test) {
        for (TestIdentifier each : path(test)) {
            Optional<String> name = RequirementSources.nameOf(each.getSource());
            if (name.isPresent()) {
                return name.get();
            }
        }
        return test.getUniqueId();
    }

    /** Ids of the test and of everything that it stands in. */
    private Set<String> idsOfPath(TestIdentifier test) {
        Set<String> ids = new TreeSet<>();
        path(test).forEach(each -> ids.addAll(RequirementSources.idsOf(each.getSource())));
        return ids;
    }

    /** The test, what it stands in, what that stands in, and so on. */
    private List<TestIdentifier> path(TestIdentifier test) {
        List<TestIdentifier> path = new ArrayList<>();
        TestPlan running = plan;
        Optional<TestIdentifier> each = Optional.of(test);
        while (each.isPresent()) {
            path.add(each.get());
            each = running == null ? Optional.empty() : running.getParent(each.get());
        }
        return path;
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
