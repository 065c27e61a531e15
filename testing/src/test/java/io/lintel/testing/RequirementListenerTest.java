package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<Claim, Tally> tallies = run(Samples.Jupiter.class);

        assertEquals(
                Map.of(
                        "passes", new Tally(1, 0, 0),
                        "fails", new Tally(0, 1, 0),
                        "aborts", new Tally(0, 0, 1),
                        "isDisabled", new Tally(0, 0, 1),
                        "makesTwoTests", new Tally(2, 0, 0),
                        "passesToo", new Tally(1, 0, 0)),
                methods(tallies, "CRD-01"),
                "on the class, the nested one included");
        assertEquals(Map.of("passes", new Tally(1, 0, 0)), methods(tallies, "CRD-02"));
        assertEquals(Map.of("passes", new Tally(1, 0, 0), "fails", new Tally(0, 1, 0)), methods(tallies, "CRD-03"));
        assertEquals(Map.of("aborts", new Tally(0, 0, 1)), methods(tallies, "CRD-04"));
        assertEquals(Map.of("isDisabled", new Tally(0, 0, 1)), methods(tallies, "CRD-05"));
        assertEquals(Map.of("makesTwoTests", new Tally(2, 0, 0)), methods(tallies, "CRD-06"));
        assertEquals(Map.of("passesToo", new Tally(1, 0, 0)), methods(tallies, "CRD-07"), "on a nested class");
    }

    @Test
    void namesClassAndMethod() throws IOException {
        assertEquals(
                Set.of(new Claim("CRD-08", Samples.Jqwik.class.getName() + "#holds")),
                run(Samples.Jqwik.class).keySet());
    }

    @Test
    void talliesPropertiesOfJqwik() throws IOException {
        assertEquals(Map.of("holds", new Tally(1, 0, 0)), methods(run(Samples.Jqwik.class), "CRD-08"));
    }

    @Test
    void aContractsTestsCountForTheClassThatRunsThem() throws IOException {
        String test = Samples.RunsTheContract.class.getName() + "#holds";
        assertEquals(
                Map.of(
                        new Claim("CRD-11", test), new Tally(1, 0, 0),
                        new Claim("CRD-12", test), new Tally(1, 0, 0)),
                run(Samples.RunsTheContract.class));
    }

    @Test
    void aContainerThatDoesNotRunCountsForItsTests() throws IOException {
        assertEquals(
                Map.of(new Claim("CRD-09", Samples.FailsBeforeAll.class.getName()), new Tally(0, 1, 0)),
                run(Samples.FailsBeforeAll.class));
        assertEquals(
                Map.of(new Claim("CRD-10", Samples.SkippedAsAWhole.class.getName()), new Tally(0, 0, 1)),
                run(Samples.SkippedAsAWhole.class));
    }

    @Test
    void anUnknownIdEndsTheRunBeforeItsFirstTest() {
        for (Class<?> sample :
                new Class<?>[] {Samples.ClaimsWhatDoesNotExist.class, Samples.PropertyClaimsWhatDoesNotExist.class}) {
            Throwable thrown = assertThrows(IllegalStateException.class, () -> run(sample));
            assertTrue(thrown.getMessage().contains("XYZ-99"), thrown.getMessage());
        }
    }

    private static Map<String, Tally> methods(Map<Claim, Tally> tallies, String id) {
        Map<String, Tally> methods = new TreeMap<>();
        tallies.forEach((claim, tally) -> {
            if (claim.id().equals(id)) {
                methods.put(claim.test().substring(claim.test().indexOf('#') + 1), tally);
            }
        });
        return methods;
    }

    private Map<Claim, Tally> run(Class<?> sample) throws IOException {
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
