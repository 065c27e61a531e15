package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Table PEOPLE = new Table("NO", "NAME", "NOTE")
            .row("1", "Ada Byron", "wrote the first program")
            .row("2", "Charles Babbage", "");

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertEquals(
                List.of(
                        "NO  NAME             NOTE",
                        "1   Ada Byron        wrote the first program",
                        "2   Charles Babbage"),
                PEOPLE.lines(0));
    }

    @Test
    void whatDoesNotFitTheTerminalContinuesOnTheNextLine() {
        assertEquals(
                List.of(
                        "NO  NAME          NOTE",
                        "1   Ada Byron     wrote the",
                        "                  first",
                        "                  program",
                        "2   Charles",
                        "    Babbage"),
                PEOPLE.lines(30));
    }

    @Test
    void noColumnGetsTooNarrowToRead() {
        assertEquals(
                List.of("CODE", "01234567", "89abcdef"),
                new Table("CODE").row("0123456789abcdef").lines(3));
    }

    @Property
    void noLineIsWiderThanTheTerminalAndNothingIsLost(
            @ForAll @AlphaChars @StringLength(max = 200) String one,
            @ForAll @AlphaChars @StringLength(max = 200) String other,
            @ForAll @IntRange(min = 18, max = 200) int columns) {
        List<String> lines = new Table("A", "B").row(one, other).lines(columns);
        lines.forEach(line -> assertEquals(true, line.length() <= columns, line));
        String all = String.join("", lines).replace(" ", "");
        assertEquals(2 + one.length() + other.length(), all.length());
    }

    @Test
    void aRowHasACellForEachHeading() {
        Table table = new Table("A", "B");
        assertThrows(IllegalArgumentException.class, () -> table.row("one"));
    }
}
