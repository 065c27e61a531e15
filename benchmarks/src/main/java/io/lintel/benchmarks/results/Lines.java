package io.lintel.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.Aim.Bound;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A benchmark that runs alone as well, in a process of its own: with {@code --json} it prints a line for each figure, and lines that name
 * the same things make a table. A line with a {@code ratio} and an {@code aim} is held to it, and to no less where it says
 * {@code atLeast}; {@code lowest} and {@code highest}, where it has them, are the interval.
 */
final class Lines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OF_OURS = "ofOurs";

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        command.add("--json");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
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
            if (line.path("aim").isNumber() && line.path("ratio").isNumber()) {
                aims.add(aim(line));
            }
        }
        return new Section(name, title, List.copyOf(tables.values()), aims, charts(lines));
    }

    /** Lines that are compared with a tap of ours make a chart. */
    private List<Chart> charts(List<JsonNode> lines) {
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (JsonNode line : lines) {
            if (line.path(OF_OURS).isNumber()) {
                labels.add(about(line));
                values.add(line.get(OF_OURS).asDouble());
            }
        }
        return labels.isEmpty()
                ? List.of()
                : List.of(new Chart.Bars(
                        name + "-peers",
                        "Both sides, as multiples of our cold tap",
                        "of our cold tap",
                        labels,
                        values));
    }

    /** What a line is about: its texts. */
    private static String about(JsonNode line) {
        return line.properties().stream()
                .map(Map.Entry::getValue)
                .filter(JsonNode::isTextual)
                .map(text -> text.asText().toLowerCase(Locale.ROOT))
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
        double ratio = line.get("ratio").asDouble();
        return new Aim(
                name + ": " + about(line),
                ratio,
                line.path("lowest").asDouble(ratio),
                line.path("highest").asDouble(ratio),
                line.path("atLeast").asBoolean() ? Bound.AT_LEAST : bound,
                line.get("aim").asDouble());
    }
}
