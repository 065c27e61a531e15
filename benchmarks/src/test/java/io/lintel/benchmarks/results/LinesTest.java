package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.Aim.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static Section section(String... lines) throws Exception {
        List<JsonNode> read = new ArrayList<>();
        for (String line : lines) {
            read.add(new ObjectMapper().readTree(line));
        }
        return new Lines("taps", "Taps", Bound.AT_MOST, what -> {}).section(read);
    }

    @Test
    void linesThatNameTheSameThingsAreRowsOfOneTable() throws Exception {
        Section section = section(
                "{\"figure\":\"BOTH\",\"floorMicros\":10.0,\"ratio\":1.2,\"lowest\":1.1,\"highest\":1.4,\"aim\":1.3}",
                "{\"figure\":\"DECISION\",\"floorMicros\":5.0,\"ratio\":1.2,\"lowest\":1.1,\"highest\":1.3,\"aim\":null}",
                "{\"figure\":\"noiseJavaIk\",\"ofOurs\":7.6}");

        assertEquals(2, section.tables().size());
        assertTrue(section.tables().get(0).markdown().contains("floor micros"));
        assertEquals(List.of(new Aim("taps: both", 1.2, 1.1, 1.4, Bound.AT_MOST, 1.3)), section.aims());
        assertEquals(
                List.of("taps-peers"),
                section.charts().stream().map(Chart::name).toList());
    }

    @Test
    void aRatioWithoutAnIntervalIsItsOwn() throws Exception {
        Aim aim = section("{\"figure\":\"flat\",\"ratio\":0.9,\"aim\":0.8}")
                .aims()
                .get(0);

        assertEquals(0.9, aim.low());
        assertEquals(0.9, aim.high());
    }
}
