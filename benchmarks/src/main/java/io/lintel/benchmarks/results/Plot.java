package io.lintel.benchmarks.results;

import io.lintel.benchmarks.results.Chart.Scale;
import java.awt.Color;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart, drawn. */
final class Plot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 540;

    /** The labels of bars stand upright below them, one for each. */
    private static final int HEIGHT_OF_BARS = 760;

    private final String name;
    private final org.knowm.xchart.internal.chartpart.Chart<?, ?> drawn;

    private Plot(String name, org.knowm.xchart.internal.chartpart.Chart<?, ?> drawn) {
        this.name = name;
        this.drawn = drawn;
        drawn.getStyler().setChartBackgroundColor(Color.WHITE);
    }

    static Plot of(Chart chart) {
        if (chart instanceof Chart.Lines lines) {
            return new Plot(lines.name(), lines(lines));
        }
        if (chart instanceof Chart.Bars bars) {
            return new Plot(bars.name(), bars(bars));
        }
        throw new IllegalArgumentException("there is no other chart");
    }

    private static XYChart lines(Chart.Lines lines) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(lines.title())
                .xAxisTitle(lines.xTitle())
                .yAxisTitle(lines.yTitle())
                .build();
        chart.getStyler().setXAxisLogarithmic(true).setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setYAxisLogarithmic(lines.yScale() == Scale.LOGARITHMIC);
        lines.lines().stream()
                .filter(line -> !line.x().isEmpty())
                .forEach(
                        line -> chart.addSeries(line.name(), line.x(), line.y()).setMarker(SeriesMarkers.NONE));
        return chart;
    }

    private static CategoryChart bars(Chart.Bars bars) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT_OF_BARS)
                .title(bars.title())
                .yAxisTitle(bars.yTitle())
                .build();
        chart.getStyler().setXAxisLabelRotation(90).setLegendVisible(false);
        chart.getStyler().setYAxisMin(0.0);
        chart.addSeries(bars.yTitle(), bars.labels(), bars.values());
        return chart;
    }

    /** Draws {@code NAME.svg} and {@code NAME.png}. */
    void write(Path directory) throws IOException {
        for (String ending : new String[] {"svg", "png"}) {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(directory.resolve(name + "." + ending)))) {
                ChartEncoder.saveChart(drawn, out, ending);
            }
        }
    }
}
