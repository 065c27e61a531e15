package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.Aim.Bound;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "{\"figure\":\"both sides\",\"floorMicros\":10.0,\"ratio\":1.2,\"from\":1.1,\"to\":1.4,\"aim\":1.3}",
                "{\"figure\":\"to the decision\",\"floorMicros\":5.0,\"ratio\":1.2,\"from\":1.1,\"to\":1.3,\"aim\":null}",
                "{\"figure\":\"noise-java IK\",\"micros\":70.0,\"ofOurCold\":7.6}");

        assertEquals(2, section.tables().size());
        assertTrue(section.tables().get(0).markdown().contains("floor micros"));
        assertEquals(List.of(new Aim("taps: both sides", 1.2, 1.1, 1.4, Bound.AT_MOST, 1.3)), section.aims());
        assertEquals(
                List.of("taps-floors", "taps-times"),
                section.charts().stream().map(Chart::name).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"from\":null,\"to\":null,"})
    void whatHasNoIntervalClearsNothing(String interval) throws Exception {
        Aim aim = section("{\"figure\":\"flat\",\"ratio\":0.9," + interval + "\"aim\":2}")
                .aims()
                .get(0);

        assertTrue(aim.isMet());
        assertFalse(aim.isClear());
        assertTrue(Double.isNaN(aim.low()) && Double.isNaN(aim.high()));
    }

    @Test
    void aValueThatIsNoRatioIsHeldToItsAimAsWell() throws Exception {
        Section section = section(
                "{\"figure\":\"octets allocated\",\"value\":2936,\"aim\":2048}",
                "{\"figure\":\"octets sent\",\"value\":2936,\"from\":2936,\"to\":2936,\"aim\":2048}");

        assertEquals(
                List.of("missed, not clearly", "missed"),
                section.aims().stream().map(Aim::verdict).toList());
    }

    @Test
    void whatGrowsWithThePhonesIsDrawnForOneProvider() throws Exception {
        Section section = section(
                "{\"figure\":\"ours\",\"provider\":\"conscrypt\",\"phones\":10,\"ofTens\":1.0}",
                "{\"figure\":\"ours\",\"provider\":\"conscrypt\",\"phones\":1000,\"ofTens\":1.05}",
                "{\"figure\":\"ours\",\"provider\":\"bc\",\"phones\":10,\"ofTens\":1.0}");

        Chart.Lines growth =
                assertInstanceOf(Chart.Lines.class, section.charts().get(0));
        assertEquals(List.of(new Chart.Line("ours", List.of(10.0, 1000.0), List.of(1.0, 1.05))), growth.lines());
    }
}
