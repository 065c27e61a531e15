package io.lintel.cli.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a command tells, once for people and once for programs. */
public final class Answer {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<IntFunction<List<String>>> blocks = new ArrayList<>();
    private ExitCode exitCode = ExitCode.OK;

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
        blocks.add(columns -> List.of(line));
        return this;
    }

    /** Adds a table that only people see, as wide as their terminal is. */
    Answer table(Table table) {
        blocks.add(table::lines);
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
        line("").line("Next, " + what + ":");
        for (String command : commands) {
            line("  " + command);
        }
        return this;
    }

    /** Tells that what was asked for was not done: the process ends with {@link ExitCode#REFUSED}. */
    public Answer refused() {
        exitCode = ExitCode.REFUSED;
        return this;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    Map<String, Object> facts() {
        return facts;
    }

    List<String> lines(int columns) {
        return blocks.stream().flatMap(block -> block.apply(columns).stream()).toList();
    }
}
