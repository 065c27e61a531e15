package io.lintel.benchmarks.results;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Something to draw. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Chart.Lines.class, name = "lines"),
    @JsonSubTypes.Type(value = Chart.Bars.class, name = "bars")
})
public sealed interface Chart {
    /** The name of its files, without an ending. */
    String name();

    /** What it shows. */
    String title();

    /**
     * One line of a chart.
     *
     * @param name what it shows
     * @param x where its points are
     * @param y how high they are
     */
    record Line(String name, List<Double> x, List<Double> y) {
        public Line {
            x = List.copyOf(x);
            y = List.copyOf(y);
            if (x.size() != y.size()) {
                throw new IllegalArgumentException("a line has as many x as y");
            }
        }
    }

    /**
     * Lines over one axis.
     *
     * @param xTitle what the x axis counts, which is logarithmic
     * @param yTitle what the y axis counts
     * @param yScale how it counts
     */
    record Lines(String name, String title, String xTitle, String yTitle, Scale yScale, List<Line> lines)
            implements Chart {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** How an axis counts. */
    enum Scale {
        /** The same way for each step. */
        LINEAR,
        /** The same way for each factor. */
        LOGARITHMIC
    }

    /**
     * One bar for each label.
     *
     * @param yTitle what a bar's height counts
     */
    record Bars(String name, String title, String yTitle, List<String> labels, List<Double> values) implements Chart {
        public Bars {
            labels = List.copyOf(labels);
            values = List.copyOf(values);
            if (labels.size() != values.size()) {
                throw new IllegalArgumentException("each bar has a label");
            }
        }
    }
}
