package io.lintel.sdk.statistics;

import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.statistics.SmallGroups.Table;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the operator gets of one site and one day ({@code STA-04}): sums and tables, and nothing else. It replaces an earlier
 * report of the same site and day.
 *
 * @param project whose
 * @param date which day, UTC
 * @param counts every counter that is not 0
 * @param phones the phones by each dimension, small groups hidden; none before the day is over, since two tables of one day
 *     would show who came in between
 */
public record ProjectReport(
        ProjectId project, LocalDate date, Map<Counter, Long> counts, Map<Dimension, Table> phones) {

    /** The version of the JSON form. */
    public static final int SCHEMA = 1;

    /** Copies the maps. */
    public ProjectReport {
        Map<Counter, Long> countsCopy = new EnumMap<>(Counter.class);
        countsCopy.putAll(counts);
        counts = Collections.unmodifiableMap(countsCopy);
        Map<Dimension, Table> phonesCopy = new EnumMap<>(Dimension.class);
        phonesCopy.putAll(phones);
        phones = Collections.unmodifiableMap(phonesCopy);
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The JSON form, on one line. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", SCHEMA);
        fields.put("project", project.toString());
        fields.put("date", date.toString());
        fields.put("counts", counts);
        Map<String, Object> tables = new LinkedHashMap<>();
        phones.forEach((dimension, table) ->
                tables.put(dimension.name(), Map.of("shown", table.shown(), "others", table.others())));
        fields.put("phones", tables);
        return StrictJson.writeLine(fields);
    }
}
