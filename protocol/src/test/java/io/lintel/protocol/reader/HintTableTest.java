package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Resumption.Step;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HintTableTest {
    private static final List<Step> STEPS =
            Stream.generate(HintTableTest::step).limit(3).toList();

    /** Hints that begin alike at every size of the table, at its end, and nowhere in particular; 0 is one as well. */
    private static final long[] HINTS = LongStream.range(0, 24)
            .flatMap(i -> LongStream.of(i << 40, -1 - (i << 40), i * 0x9E3779B97F4A7C15L))
            .distinct()
            .toArray();

    private final HintTable table = new HintTable();

    /** As a map of the platform does, whatever meets in one place. */
    @Property
    void findsWhatWasAddedAndNotRemoved(@ForAll long seed) {
        Random random = new Random(seed);
        HintTable hints = new HintTable();
        Map<Long, Step> expected = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            long hint = HINTS[random.nextInt(HINTS.length)];
            if (random.nextInt(5) < 3) {
                Step step = STEPS.get(random.nextInt(STEPS.size()));
                hints.putIfAbsent(hint, step);
                expected.putIfAbsent(hint, step);
            } else {
                hints.remove(hint);
                expected.remove(hint);
            }
            assertEquals(expected.size(), hints.size());
            for (long each : HINTS) {
                assertSame(expected.get(each), hints.get(each));
            }
        }
    }

    @Test
    void aHintThatIsTakenStaysWithItsStep() {
        table.putIfAbsent(7, STEPS.get(0));
        table.putIfAbsent(7, STEPS.get(1));

        assertSame(STEPS.get(0), table.get(7));
        assertEquals(1, table.size());
    }

    @Test
    void aHintThatIsNotThereIsRemovedWithoutAnyOther() {
        table.putIfAbsent(7, STEPS.get(0));
        table.remove(7 + 16);

        assertSame(STEPS.get(0), table.get(7));
        assertNull(table.get(7 + 16));
    }

    private static Step step() {
        TestSite site = TestSite.of(Suite.X25519, 1);
        Signed<Credential> credential = site.credential(site.suite().generateDhKeyPair(), draft -> draft.serial(1));
        SecretBytes secret = SecretBytes.copyOf(site.random().octets(32).toByteArray());
        return new Resumption(site.suite(), credential, TestSite.NOW, secret).current;
    }
}
