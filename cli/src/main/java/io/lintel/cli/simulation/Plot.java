package io.lintel.cli.simulation;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.simulation.DoorPlace.Line;
import io.lintel.cli.simulation.Plan.Couriers;
import java.awt.Color;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How many of a hundred revocations a reader enforces within which time: a line for each kind of reader and life. */
final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 540;
    private static final int MOST_POINTS = 400;
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final XYChart chart;

    private Plot(XYChart chart) {
        this.chart = chart;
    }

    static Plot of(List<Findings> lives) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("From a revocation until the reader enforces it")
                .xAxisTitle("hours")
                .yAxisTitle("% of revocations and readers")
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setLegendPosition(LegendPosition.InsideNW);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        for (Line line : Line.values()) {
            lives.forEach(life -> add(chart, line, life));
        }
        return new Plot(chart);
    }

    private static void add(XYChart chart, Line line, Findings life) {
        Times times = life.enforced().getOrDefault(line, Times.of(List.of(), 0));
        if (times.ascending().isEmpty()) {
            return;
        }
        List<Double> hours = new ArrayList<>();
        List<Double> percent = new ArrayList<>();
        int size = times.ascending().size();
        int points = Math.min(size, MOST_POINTS);
        for (int point = 1; point <= points; point++) {
            int rank = (int) ((long) size * point / points);
            Duration time = times.ascending().get(rank - 1);
            hours.add(Spans.hours(time.compareTo(SHORTEST) < 0 ? SHORTEST : time));
            percent.add(100.0 * rank / times.count());
        }
        String couriers = life.plan().couriers() == Couriers.CARRYING ? ", with couriers" : ", without couriers";
        chart.addSeries(line.name().toLowerCase(Locale.ROOT) + couriers, hours, percent)
                .setMarker(SeriesMarkers.NONE);
    }

    /** Refuses a file whose ending tells no form that can be drawn. */
    static void requireKnownForm(Path file) {
        if (!isVector(file) && !file.toString().endsWith(".png")) {
            throw CommandFailure.usage("cli.bad-plot", "--plot is a file that ends in .svg or .png, not " + file + ".");
        }
    }

    private static boolean isVector(Path file) {
        return file.toString().endsWith(".svg");
    }

    /** Draws into a file, in place of one that is there. */
    void write(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ChartEncoder.saveChart(chart, out, isVector(file) ? "svg" : "png");
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.file",
                    "Cannot write " + file + " (" + e.getClass().getSimpleName()
                            + "). Check that its directory exists and that you may write there.");
        }
    }
}
