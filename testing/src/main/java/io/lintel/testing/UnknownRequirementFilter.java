package io.lintel.testing;

import java.util.Set;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Refuses to run tests that claim a requirement which does not exist. It filters nothing; it is a filter because that is
 * the one hook of the platform whose exception ends the run.
 */
public final class UnknownRequirementFilter implements PostDiscoveryFilter {

    /** Called by the platform's service loader. */
    public UnknownRequirementFilter() {}

    @Override
    public FilterResult apply(TestDescriptor test) {
        Set<String> ids = RequirementSources.idsOf(test.getSource());
        for (String id : ids) {
            if (!RequirementIds.isKnown(id)) {
                throw new IllegalStateException("@Requirement(\"" + id + "\") on " + test.getDisplayName() + " ("
                        + test.getUniqueId() + "): there is no requirement of this id. " + RequirementMap.PATH
                        + " lists those that exist.");
            }
        }
        return FilterResult.included("requirement ids are known");
    }
}
