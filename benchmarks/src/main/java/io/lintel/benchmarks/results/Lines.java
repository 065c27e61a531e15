package io.lintel.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.Aim.Bound;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A benchmark that runs alone as well, in a process of its own: with {@code --json} it prints a line for each figure, and lines that name
 * the same things make a table. A line with a {@code ratio} or a {@code value}, and an {@code aim}, is held to it, and to no less where it says
 * {@code atLeast}; {@code from} and {@code to} are the interval; where they are absent or null there is none, and the verdict is not clear. A figure that is
 * the same on every run sends itself as both.
 */
final class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final String title;
    private final Bound bound;
    private final Consumer<String> progress;

    /**
     * Prepares a part.
     *
     * @param bound on which side of their aims its ratios should be
     */
    Lines(String name, String title, Bound bound, Consumer<String> progress) {
        this.name = name;
        this.title = title;
        this.bound = bound;
        this.progress = progress;
    }

    /** Runs a program once for each list of arguments. */
    @SafeVarargs
    final Section of(Class<?> program, List<String>... runs) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        for (List<String> arguments : runs) {
            lines.addAll(run(program, arguments));
        }
        return section(lines);
    }

    private List<JsonNode> run(Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(arguments);
        words.add("--json");
        Process process = OtherJvm.of(program, List.of(), words).start();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{")) {
                    lines.add(JSON.readTree(line));
                    progress.accept(name + ": " + lines.size() + " figures");
                }
            }
        } finally {
            process.destroy(); // what is over is not hurt, what was interrupted ends
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    program.getSimpleName() + " ended with status " + status + "; what it said stands above");
        }
        return lines;
    }

    /** What lines of JSON say. */
    Section section(List<JsonNode> lines) {
        Map<List<String>, Table> tables = new LinkedHashMap<>();
        List<Aim> aims = new ArrayList<>();
        for (JsonNode line : lines) {
            List<String> names = new ArrayList<>();
            line.fieldNames().forEachRemaining(names::add);
            tables.computeIfAbsent(names, Lines::table)
                    .row(names.stream().map(field -> cell(line.get(field))).toArray());
            if (line.path("aim").isNumber()) {
                aims.add(aim(line));
            }
        }
        return new Section(name, title, List.copyOf(tables.values()), aims, LineCharts.of(name, lines));
    }

    /** What a line is about: its texts. */
    static String about(JsonNode line) {
        return line.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static Table table(List<String> names) {
        return new Table("", names.stream().map(Lines::words).toArray(String[]::new));
    }

    /** The words of a name in camel case. */
    private static String words(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static Object cell(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.asLong();
        }
        return value.isNumber() ? (Object) value.asDouble() : value.isNull() ? "-" : value.asText();
    }

    private Aim aim(JsonNode line) {
        double ratio = line.path(line.has("ratio") ? "ratio" : "value").asDouble();
        return new Aim(
                name + ": " + about(line),
                ratio,
                end(line, "from"),
                end(line, "to"),
                line.path("atLeast").asBoolean() ? Bound.AT_LEAST : bound,
                line.get("aim").asDouble());
    }

    /** An end of an interval; NaN where none is told, since nothing says then what another run would find. */
    private static double end(JsonNode line, String name) {
        return line.path(name).asDouble(Double.NaN);
    }
}
