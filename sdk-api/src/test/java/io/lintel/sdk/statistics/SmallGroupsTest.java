package io.lintel.sdk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.statistics.SmallGroups.Table;
import io.lintel.testing.Requirement;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

@Requirement("STA-21")
class SmallGroupsTest {

    private static final int SMALLEST = 10;

    @Property
    void nothingOfFewerThanTenPhonesCanBeRead(
            @ForAll @Size(max = 12)
                    Map<@AlphaChars @StringLength(min = 1, max = 3) String, @LongRange(min = 1, max = 40) Long>
                            counts) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();

        Table table = SmallGroups.hide(counts, SMALLEST);

        long shown = table.shown().values().stream().mapToLong(Long::longValue).sum();
        assertTrue(table.shown().values().stream().allMatch(count -> count >= SMALLEST));
        assertTrue(table.others() == 0 || table.others() >= SMALLEST);
        // Who knows the total learns of the hidden ones either nothing or a sum of at least ten.
        boolean allIsFew = total < SMALLEST;
        assertEquals(allIsFew ? 0 : total, shown + table.others());
    }

    @Test
    void rareModelTakesTheNextSmallestWithIt() {
        Table table = SmallGroups.hide(Map.of("rare", 2L, "usual", 11L, "common", 30L), SMALLEST);

        assertEquals(new Table(new TreeMap<>(Map.of("common", 30L)), 13), table);
    }
}
