package io.lintel.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells things of one kind: a row of a table for people, an object for programs.
 *
 * <p>A column's value is a string, a number, a boolean, or a list or optional of these; anything else shows as its text.
 *
 * @param <T> the kind of things
 */
public final class Listing<T> {
    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();

    /** A listing that programs find under a name. */
    public Listing(String name) {
        this.name = name;
    }

    /** Adds a column. */
    public Listing<T> column(String heading, String fact, Function<T, ?> value) {
        columns.add(new Column<>(Optional.of(heading), Optional.of(fact), value));
        return this;
    }

    /** Adds what only people see. */
    public Listing<T> shown(String heading, Function<T, ?> value) {
        columns.add(new Column<>(Optional.of(heading), Optional.empty(), value));
        return this;
    }

    /** Adds what only programs see. */
    public Listing<T> fact(String fact, Function<T, ?> value) {
        columns.add(new Column<>(Optional.empty(), Optional.of(fact), value));
        return this;
    }

    /** An answer that tells all of them. */
    public Answer of(List<T> things) {
        return into(Answer.empty(), things);
    }

    /** Adds all of them to an answer. */
    public Answer into(Answer answer, List<T> things) {
        List<Column<T>> shown =
                columns.stream().filter(column -> column.heading().isPresent()).toList();
        Table table = new Table(
                shown.stream().map(column -> column.heading().orElseThrow()).toArray(String[]::new));
        for (T thing : things) {
            table.row(shown.stream()
                    .map(column -> text(column.value().apply(thing)))
                    .toArray(String[]::new));
        }
        return table.into(answer).fact(name, things.stream().map(this::facts).toList());
    }

    /** What programs see of one thing. */
    public Map<String, Object> facts(T thing) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Column<T> column : columns) {
            Object value = column.value().apply(thing);
            Optional<?> given = value instanceof Optional<?> optional ? optional : Optional.of(value);
            column.fact().ifPresent(fact -> given.ifPresent(present -> facts.put(fact, present)));
        }
        return facts;
    }

    private static String text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Listing::text).orElse("");
        }
        if (value instanceof Iterable<?> items) {
            List<String> texts = new ArrayList<>();
            items.forEach(item -> texts.add(text(item)));
            return texts.stream().collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    private record Column<T>(Optional<String> heading, Optional<String> fact, Function<T, ?> value) {}
}
