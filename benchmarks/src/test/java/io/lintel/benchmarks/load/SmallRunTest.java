package io.lintel.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.results.Section;
import io.lintel.benchmarks.results.Table;
import io.lintel.crypto.Suite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole part on a small scale: what it measures depends on the machine, that it measures does not. */
@Tag("long")
class SmallRunTest {
    @Test
    void everyKindHasARowAndEveryRatioAnAim() throws Exception {
        List<String> told = new ArrayList<>();
        LoadSettings small = new LoadSettings(List.of(Suite.P256), 10, List.of(10, 40), 100, 500, 10, 2, 1, 20);

        Section section = new ReaderLoad(small, told::add).section();

        assertEquals(3, section.tables().size());
        String kinds = section.tables().get(0).markdown();
        for (Visit visit : Visit.values()) {
            assertTrue(kinds.contains("| " + visit.words() + " |"), kinds);
        }
        assertTrue(kinds.contains("p99.9"), kinds);
        assertEquals(2, section.aims().size());
        assertEquals(0.2, section.aims().get(0).aim());
        assertTrue(section.aims().get(1).what().contains("20 idle sessions"));
        assertEquals(1, section.charts().size());
        assertTrue(section.tables().stream().noneMatch(Table::isEmpty));
        assertTrue(told.size() > small.rounds());
    }
}
