package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class RequirementListenerTest {

    @TempDir
    private Path directory;

    @Test
    void talliesWhatBecameOfEachRequirementsTests() throws IOException {
        Map<String, Tally> tallies = run(Samples.Jupiter.class);

        assertEquals(new Tally(4, 1, 2), tallies.get("CRD-01"), "on the class, the nested one included");
        assertEquals(new Tally(1, 0, 0), tallies.get("CRD-02"), "passes");
        assertEquals(new Tally(1, 1, 0), tallies.get("CRD-03"), "passes in one test and fails in another");
        assertEquals(new Tally(0, 0, 1), tallies.get("CRD-04"), "aborts");
        assertEquals(new Tally(0, 0, 1), tallies.get("CRD-05"), "is disabled");
        assertEquals(new Tally(2, 0, 0), tallies.get("CRD-06"), "two dynamic tests");
        assertEquals(new Tally(1, 0, 0), tallies.get("CRD-07"), "on a nested class");
    }

    @Test
    void talliesPropertiesOfJqwik() throws IOException {
        assertEquals(Map.of("CRD-08", new Tally(1, 0, 0)), run(Samples.Jqwik.class));
    }

    @Test
    void aContainerThatDoesNotRunCountsForItsTests() throws IOException {
        assertEquals(Map.of("CRD-09", new Tally(0, 1, 0)), run(Samples.FailsBeforeAll.class));
        assertEquals(Map.of("CRD-10", new Tally(0, 0, 1)), run(Samples.SkippedAsAWhole.class));
    }

    @Test
    void anUnknownIdEndsTheRunBeforeItsFirstTest() {
        for (Class<?> sample :
                new Class<?>[] {Samples.ClaimsWhatDoesNotExist.class, Samples.PropertyClaimsWhatDoesNotExist.class}) {
            Throwable thrown = assertThrows(IllegalStateException.class, () -> run(sample));
            assertTrue(thrown.getMessage().contains("XYZ-99"), thrown.getMessage());
        }
    }

    private Map<String, Tally> run(Class<?> sample) throws IOException {
        RequirementListener listener = new RequirementListener(new TreeMap<>(), Optional.of(directory));
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(sample))
                        .build());
        return TallyFile.read(directory.resolve(TallyFile.NAME));
    }
}
