package io.lintel.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.benchmarks.results.Chart.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is drawn of the {@link Lines} that a benchmark prints: it depends on what they name. */
final class LineCharts {
    private static final String OF_FLOOR = "floorMicros";
    private static final String OF_COLD = "ofOurCold";
    private static final String PHONES = "phones";
    private static final String OF_TENS = "ofTens";
    private static final String MICROS = "micros";

    private LineCharts() {}

    /** Returns the charts of a part. */
    static List<Chart> of(String part, List<JsonNode> lines) {
        List<Chart> charts = new ArrayList<>();
        List<JsonNode> floors = having(lines, OF_FLOOR, "aim");
        if (!floors.isEmpty()) {
            charts.add(bars(part + "-floors", "Taps that have an aim", "of the floor", "ratio", floors));
        }
        List<JsonNode> peers = having(lines, OF_COLD, MICROS);
        if (!peers.isEmpty()) {
            charts.add(bars(part + "-times", "Both sides of a tap", "of our cold tap, suite 1", OF_COLD, peers));
        }
        List<JsonNode> crowds = having(lines, PHONES, OF_TENS);
        if (!crowds.isEmpty()) {
            charts.add(growth(part + "-growth", crowds));
        }
        return charts;
    }

    private static List<JsonNode> having(List<JsonNode> lines, String first, String second) {
        return lines.stream()
                .filter(line -> line.path(first).isNumber() && line.path(second).isNumber())
                .toList();
    }

    private static Chart bars(String name, String title, String yTitle, String value, List<JsonNode> lines) {
        return new Chart.Bars(
                name,
                title,
                yTitle,
                lines.stream().map(Lines::about).toList(),
                lines.stream().map(line -> line.path(value).asDouble()).toList());
    }

    /** Of each figure's first provider alone. */
    private static Chart growth(String name, List<JsonNode> lines) {
        Map<String, List<JsonNode>> figures = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            List<JsonNode> points = figures.computeIfAbsent(line.path("figure").asText(), first -> new ArrayList<>());
            if (points.isEmpty() || points.get(0).path("provider").equals(line.path("provider"))) {
                points.add(line);
            }
        }
        List<Chart.Line> drawn = new ArrayList<>();
        figures.forEach((figure, points) -> drawn.add(new Chart.Line(
                figure,
                points.stream().map(point -> point.path(PHONES).asDouble()).toList(),
                points.stream().map(point -> point.path(OF_TENS).asDouble()).toList())));
        return new Chart.Lines(
                name,
                "Fast taps at readers that know many phones",
                "phones that the reader knows",
                "times as long as with ten",
                Scale.LOGARITHMIC,
                drawn);
    }
}
