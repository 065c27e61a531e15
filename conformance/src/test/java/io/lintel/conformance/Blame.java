package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the kit finds wrong with a broken reader. */
final class Blame {
    /** What a reader that is broken elsewhere still does as it must. */
    private static final Set<String> PLAIN = Set.of("reader.opener.form", "reader.cold.whole");

    private Blame() {}

    /**
     * Runs the cases whose ids begin with {@code only}, and plain ones beside them. Returns the numbers of those that failed, and
     * {@code SKIPPED} for those that were not tried, by their ids.
     */
    static Map<String, String> of(OwnReader reader, InetSocketAddress target, String only) {
        Map<String, String> caught = new TreeMap<>();
        Set<String> tried = new HashSet<>();
        new ReaderConformance(
                        reader.material(),
                        ReaderTarget.tcp(target),
                        OwnReader.PATIENT,
                        3,
                        Duration.ZERO,
                        id -> id.startsWith(only) || PLAIN.contains(id),
                        Optional.of(reader::restart))
                .run(result -> {
                    tried.add(result.id());
                    if (result.outcome() != Outcome.PASSED) {
                        caught.put(result.id(), result.isFailed() ? result.number() : "SKIPPED");
                    }
                });
        assertTrue(tried.containsAll(PLAIN), () -> "tried " + tried);
        return caught;
    }
}
