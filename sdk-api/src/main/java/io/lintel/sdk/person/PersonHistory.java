package io.lintel.sdk.person;

import java.util.List;

/**
 * A page of what happened to a person's credentials, in the order in which the manager got to know it ({@code USR-12}): a
 * reader that is seldom online tells late, and what it tells then stands at the end.
 *
 * @param entries the page
 * @param next where the next page begins, also after the last one: what comes later stands behind it
 */
public record PersonHistory(List<HistoryEntry> entries, HistoryCursor next) {
    /** Copies the page. */
    public PersonHistory {
        entries = List.copyOf(entries);
    }
}
