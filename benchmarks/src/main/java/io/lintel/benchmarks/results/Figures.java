package io.lintel.benchmarks.results;

import java.util.Locale;

/** How numbers are written: no more digits than they deserve. */
final class Figures {
    private static final double MANY = 1000;
    private static final double SOME = 100;
    private static final double FEW = 10;

    private Figures() {}

    static String text(Object cell) {
        if (cell instanceof Double number) {
            return text(number.doubleValue());
        }
        if (cell instanceof Long || cell instanceof Integer) {
            return String.format(Locale.ROOT, "%,d", ((Number) cell).longValue());
        }
        return String.valueOf(cell);
    }

    private static String text(double number) {
        if (!Double.isFinite(number)) {
            return "-";
        }
        double size = Math.abs(number);
        if (size >= MANY) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        return String.format(Locale.ROOT, size >= SOME ? "%.0f" : size >= FEW ? "%.1f" : "%.2f", number);
    }
}
