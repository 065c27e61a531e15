package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.benchmarks.floor.Call;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The floor makes the calls of a plan, and a tap makes the same: as many of each primitive, over as many octets. So a floor
 * cannot leave out what the tap needs, nor hide what the tap does twice.
 */
class PlanTest {
    private static final Comparator<Call> ORDER = Comparator.comparing(Call::primitive)
            .thenComparing(Call::associated)
            .thenComparing(Call::octets);

    @ParameterizedTest
    @CsvSource({"X25519, COLD", "X25519, FAST", "P256, COLD", "P256, FAST"})
    void tapMakesTheCallsOfItsPlanAndNoOthers(Suite suite, TapPath path) {
        SecureRandom random = new SecureRandom();
        CryptoSuite real = Primitives.select(random).suite(suite);
        Recording recording = new Recording();
        Door door = new Door(recording.of(real), path, random);
        recording.take();

        Bytes opener = door.open();
        assertPlanned(suite, path, Segment.OPEN, recording);
        Bytes message = door.answer(opener);
        assertPlanned(suite, path, Segment.ANSWER, recording);
        Bytes answer = door.decide(message);
        assertPlanned(suite, path, Segment.DECIDE, recording);
        door.finish(answer);
        assertPlanned(suite, path, Segment.FINISH, recording);
    }

    private static void assertPlanned(Suite suite, TapPath path, Segment segment, Recording recording) {
        assertEquals(
                lines(Plan.of(suite, path, segment)),
                lines(recording.take()),
                () -> "the calls of " + segment + " in a tap of " + suite + ", " + path);
    }

    private static String lines(List<Call> calls) {
        return calls.stream().sorted(ORDER).map(Call::toString).collect(Collectors.joining("\n"));
    }
}
