package io.lintel.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The octets that pass until a reader can decide, and that every kind has one length, counted in the vectors. */
class ByteBudgetTest {
    private static final int MAX_FAST = 128;
    private static final int MAX_COLD_WITH_REFERENCE = 224;
    private static final int MAX_COLD_WITH_CREDENTIAL = 368;

    private static final int OPENER = 1;
    private static final int COLD = 4;
    private static final int FAST = 5;
    private static final int TRAFFIC = 11;

    @ParameterizedTest
    @EnumSource(Suite.class)
    @SuppressWarnings("SystemOut") // the numbers belong into the build's log
    void readerDecidesWithinTheByteBudgets(Suite suite) {
        int opener = only(lengths(suite, OPENER));
        int fast = opener + only(lengths(suite, FAST));
        SortedSet<Integer> cold = lengths(suite, COLD);
        assertEquals(2, cold.size(), "a reference and a whole credential have one length each");
        int reference = opener + cold.first();
        int whole = opener + cold.last();
        System.out.printf(
                Locale.ROOT,
                "Octets until the reader can decide, %s: fast %d, cold with reference %d, cold with credential %d%n",
                suite.noiseName(),
                fast,
                reference,
                whole);
        assertTrue(fast <= MAX_FAST);
        assertTrue(reference <= MAX_COLD_WITH_REFERENCE);
        assertTrue(whole <= MAX_COLD_WITH_CREDENTIAL);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyKindHasOneLength(Suite suite) {
        for (int kind = OPENER; kind < TRAFFIC; kind++) {
            if (kind != COLD) {
                only(lengths(suite, kind));
            }
        }
    }

    private static int only(Set<Integer> lengths) {
        assertEquals(1, lengths.size(), "lengths " + lengths);
        return lengths.iterator().next();
    }

    /** The lengths of all messages of a kind that the sessions send in the vectors of a suite. */
    private static SortedSet<Integer> lengths(Suite suite, int kind) {
        SortedSet<Integer> lengths = new TreeSet<>();
        String name = "tap-" + suite.name().toLowerCase(Locale.ROOT) + ".json";
        JsonNode file = Json.read(SpecificationFiles.VECTORS.resolve(name));
        for (JsonNode sent : file.findValues("send")) {
            Bytes message = Bytes.ofHex(sent.asText());
            if (message.unsigned(0) == kind) {
                lengths.add(message.size());
            }
        }
        return lengths;
    }
}
