package io.lintel.testing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as JSON in ASCII: {@code {"requirements": [{"id", "state", "title", "note", "tests": [...]}]}}. */
final class RequirementJson {

    private RequirementJson() {}

    static String of(List<RequirementRow> rows) {
        return rows.stream()
                .map(RequirementJson::requirement)
                .collect(Collectors.joining(",\n", "{\"requirements\": [\n", "\n]}\n"));
    }

    private static String requirement(RequirementRow row) {
        return String.format(
                Locale.ROOT,
                "{\"id\": %s, \"state\": %s, \"title\": %s, \"note\": %s, \"tests\": %s}",
                text(row.id()),
                text(row.state().name()),
                text(row.title()),
                text(row.note()),
                row.tests().entrySet().stream().map(RequirementJson::test).collect(Collectors.joining(", ", "[", "]")));
    }

    private static String test(Map.Entry<String, Tally> test) {
        Tally tally = test.getValue();
        return String.format(
                Locale.ROOT,
                "{\"test\": %s, \"outcome\": %s, \"passed\": %d, \"failed\": %d, \"skipped\": %d}",
                text(test.getKey()),
                text(tally.outcome().name()),
                tally.passed(),
                tally.failed(),
                tally.skipped());
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ' || each > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
