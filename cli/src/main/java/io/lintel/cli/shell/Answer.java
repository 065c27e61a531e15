package io.lintel.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command tells, once for people and once for programs. */
public final class Answer {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** An answer that begins with a line for people. */
    public static Answer saying(String line) {
        return new Answer().line(line);
    }

    /** An answer without a line for people yet. */
    public static Answer empty() {
        return new Answer();
    }

    /** Adds a line that only people see. */
    public Answer line(String line) {
        lines.add(line);
        return this;
    }

    /** Adds a fact that only programs see: a string, number, boolean, list or map; an empty optional is left out. */
    public Answer fact(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> facts.put(name, present));
        } else {
            facts.put(name, value);
        }
        return this;
    }

    /** Adds what to try next, for people. */
    public Answer next(String what, String... commands) {
        lines.add("");
        lines.add("Next, " + what + ":");
        for (String command : commands) {
            lines.add("  " + command);
        }
        return this;
    }

    Map<String, Object> facts() {
        return facts;
    }

    List<String> lines() {
        return lines;
    }
}
