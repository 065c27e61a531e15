package io.lintel.store.sql;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a statement's text tells of it: which words stand in it, so which tables it may touch, and whether it only asks, or
 * only adds
 * rows.
 *
 * @param all every word; a table that is none of them is not touched
 * @param isQuery whether it changes nothing
 * @param insertsInto the table, where the statement adds rows and asks for nothing
 */
record Words(Set<String> all, boolean isQuery, Optional<String> insertsInto) {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern QUERY = Pattern.compile("(SELECT|WITH) .*");
    private static final Pattern INSERT =
            Pattern.compile("INSERT INTO (\\w+) \\([\\w, ]+\\) VALUES \\([?, 0-9]+\\)(, \\([?, ]+\\))*");

    /** The texts are constants of this package: there are as many as there are statements. */
    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

    static Words of(String sql) {
        Words words = KNOWN.get(sql);
        return words == null ? KNOWN.computeIfAbsent(sql, Words::read) : words;
    }

    private static Words read(String sql) {
        Matcher insert = INSERT.matcher(sql);
        return new Words(
                WORD.matcher(sql).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet()),
                QUERY.matcher(sql).matches(),
                insert.matches() ? Optional.of(insert.group(1)) : Optional.empty());
    }
}
