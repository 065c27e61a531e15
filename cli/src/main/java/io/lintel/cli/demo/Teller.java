package io.lintel.cli.demo;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import java.util.function.Supplier;

/** Tells each step as it is done, and remembers whether all were as expected. */
final class Teller {
    private final Shell shell;
    private int steps;
    private int passed;

    Teller(Shell shell) {
        this.shell = shell;
    }

    /** Does a step and tells it; a step that cannot be done ends the story. */
    void step(String title, String expected, Supplier<Sight> doing) {
        steps++;
        Sight sight;
        StoryException ending = null;
        try {
            sight = doing.get();
        } catch (StoryException e) {
            ending = e;
            sight = Sight.of(String.valueOf(e.getMessage()), false);
        }
        passed += sight.asExpected() ? 1 : 0;
        shell.print(answer(title, expected, sight));
        if (ending != null) {
            throw ending;
        }
    }

    /** Prints something that is no step. */
    void show(Answer answer) {
        shell.print(answer);
    }

    int steps() {
        return steps;
    }

    int passed() {
        return passed;
    }

    boolean hasPassed() {
        return steps > 0 && passed == steps;
    }

    private Answer answer(String title, String expected, Sight sight) {
        String mark = sight.asExpected() ? "ok" : "NOT OK";
        return Answer.saying(String.format(
                        "%2d %-6s  %-22s expected: %s; seen: %s", steps, mark, title, expected, sight.text()))
                .fact("step", steps)
                .fact("title", title)
                .fact("expected", expected)
                .fact("seen", sight.text())
                .fact("ok", sight.asExpected())
                .fact("facts", sight.facts());
    }
}
