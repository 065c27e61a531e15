package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.pattern;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is registered about a reader (requirements 13).
 *
 * @param readerIdForm the regular expression of a reader id; null for any text ({@code RDR-03})
 * @param rangeSteps the signal thresholds in percent that may be chosen; none for any from 0 to 100 ({@code RDR-07})
 * @param oneTapSteps the same for one-tap ({@code RDR-08})
 * @param groups whether readers have groups ({@code C-41})
 */
public record DoorRules(
        @Nullable String readerIdForm, Set<Integer> rangeSteps, Set<Integer> oneTapSteps, boolean groups) {

    /** Refuses steps out of bounds. */
    public DoorRules {
        pattern(readerIdForm, "readerIdForm");
        rangeSteps = steps(rangeSteps, "rangeSteps");
        oneTapSteps = steps(oneTapSteps, "oneTapSteps");
    }

    private static Set<Integer> steps(Set<Integer> steps, String field) {
        present(steps, field);
        for (Integer step : steps) {
            present(step, field);
            within(step, 0, 100, "a step of " + field);
        }
        return Collections.unmodifiableSet(new TreeSet<>(steps));
    }

    /** The form of a reader id, where there is one. */
    public Optional<String> readerIdPattern() {
        return Optional.ofNullable(readerIdForm);
    }
}
