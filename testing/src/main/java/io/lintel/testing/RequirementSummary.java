package io.lintel.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for a terminal: how many requirements there are of each state, as a whole and in each group. */
final class RequirementSummary {

    private RequirementSummary() {}

    static String of(List<RequirementRow> rows) {
        StringBuilder text =
                new StringBuilder("Requirements: ").append(counts(rows)).append(" of ");
        text.append(RequirementIds.all().size()).append('.');
        Map<String, List<RequirementRow>> groups = new LinkedHashMap<>();
        for (RequirementRow row : rows) {
            groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row);
        }
        groups.forEach((group, members) ->
                text.append(String.format(Locale.ROOT, "%n  %s %2d: %s", group, members.size(), counts(members))));
        return text.append(String.format(Locale.ROOT, "%nWhich tests: target/requirements.html"))
                .toString();
    }

    private static String counts(List<RequirementRow> rows) {
        Map<RequirementState, Integer> counts = new EnumMap<>(RequirementState.class);
        rows.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((state, count) -> words.add(count + " " + state));
        return String.join(", ", words);
    }
}
