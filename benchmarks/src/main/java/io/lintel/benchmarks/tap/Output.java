package io.lintel.benchmarks.tap;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Where results go: tables for people, or lines of JSON.
 *
 * @param json whether lines of JSON are wanted, and no tables
 */
record Output(PrintStream out, boolean json) {
    /** Prints a line of a table. */
    void say(String format, Object... values) {
        if (!json) {
            out.printf(Locale.ROOT, format, values);
        }
    }

    /** Prints a line of JSON. */
    void fact(String format, Object... values) {
        if (json) {
            out.printf(Locale.ROOT, format, values);
        }
    }

    /** Prints a ratio and its aim. */
    void aim(String what, String provider, Ratio ratio, Aimed aimed) {
        say(
                "%-10s %-50s %7.2f %15s %9s %s%n",
                provider, what, ratio.ratio(), ratio.range(), aimed, aimed.isMet(ratio) ? "met" : "missed");
        fact(
                "{\"figure\":\"%s\",\"provider\":\"%s\",%s,\"aim\":%.2f,\"atLeast\":%b}%n",
                what, provider, facts(ratio), aimed.limit(), aimed.bound() == Aimed.Bound.AT_LEAST);
    }

    /** Returns a ratio and its interval as members of a JSON object; an interval that is none is null. */
    static String facts(Ratio ratio) {
        return "\"ratio\":" + number(ratio.ratio()) + ",\"from\":" + number(ratio.from()) + ",\"to\":"
                + number(ratio.to());
    }

    /** Returns a number, or null where it is none. */
    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null";
    }
}
