package io.lintel.benchmarks.results;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A ratio, and what it should be.
 *
 * @param what what is compared with what
 * @param value the ratio: the median of its pairs
 * @param low where its interval begins
 * @param high where it ends
 * @param bound on which side of the aim it should be
 * @param aim the aim
 */
public record Aim(String what, double value, double low, double high, Bound bound, double aim) {

    /** On which side of its aim a figure should be. */
    public enum Bound {
        /** No more than the aim. */
        AT_MOST,
        /** No less than the aim. */
        AT_LEAST
    }

    /** Whether the ratio itself is where it should be. */
    public boolean isMet() {
        return bound == Bound.AT_MOST ? value <= aim : value >= aim;
    }

    /** Whether the whole interval is on one side of the aim, so that another run would say the same. */
    public boolean isClear() {
        return high < aim || low > aim;
    }

    String verdict() {
        return (isMet() ? "met" : "missed") + (isClear() ? "" : ", not clearly");
    }

    String bounded() {
        return (bound == Bound.AT_MOST ? "at most " : "at least ") + Figures.text(aim);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("what", what);
        facts.put("value", value);
        facts.put("low", low);
        facts.put("high", high);
        facts.put("bound", bound.name().toLowerCase(Locale.ROOT));
        facts.put("aim", aim);
        facts.put("met", isMet());
        facts.put("clear", isClear());
        return facts;
    }
}
