package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusyReplyTest {
    @ParameterizedTest
    @CsvSource({"0,120001", "1000,120001", "7999,120007", "60000,12003c", "3600000,12003c"})
    @Spec({"TAP-10-20", "TAP-10-21"})
    void namesOneToSixtySeconds(long millis, String reply) {
        assertEquals(Bytes.ofHex(reply), BusyReply.of(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"120000,1", "120001,1", "12003c,60", "12003d,60", "12ffff,60", "120100,60"})
    @Spec("TAP-10-21")
    void whatIsOutOfBoundsIsTakenForTheNearestBound(String reply, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), BusyReply.parse(Bytes.ofHex(reply)));
    }

    @Test
    void nothingElseIsABusyReply() {
        for (String other : new String[] {"", "12", "1200", "12000100", "110001", "140001"}) {
            assertEquals(Optional.empty(), BusyReply.parse(Bytes.ofHex(other)), other);
        }
    }
}
