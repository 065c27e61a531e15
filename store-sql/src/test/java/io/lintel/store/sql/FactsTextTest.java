package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTextTest {

    @Test
    void factsAreReadAsTheyWereWritten() {
        for (Map<String, String> facts : List.of(
                Map.<String, String>of(),
                Map.of("serial", "7"),
                Map.of("a", "", "b", "="),
                Map.of("a", "\\", "b", "\\n", "c", "\n", "d", "\\\n\\\\n", "e", "x=y\nz=\\"))) {
            assertEquals(facts, FactsText.read(FactsText.write(facts)));
        }
    }

    @Test
    void oneStandsInEachLine() {
        assertEquals("paid=3\nwhere=a\\nb\\\\c", FactsText.write(Map.of("where", "a\nb\\c", "paid", "3")));
    }

    @Test
    void nameThatCouldBeMistakenIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FactsText.write(Map.of("a=b", "c")));
        assertThrows(IllegalArgumentException.class, () -> FactsText.write(Map.of("a\nb", "c")));
    }
}
