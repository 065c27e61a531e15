package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.tap.TapPath;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The floor makes the calls of a plan, and a tap makes the same: as many of each primitive, over as many octets. So a floor
 * cannot leave out what the tap needs, nor hide what the tap does twice.
 */
class PlanTest {
    private static final Comparator<Call> ORDER = Comparator.comparing(Call::primitive)
            .thenComparing(Call::associated)
            .thenComparing(Call::octets);

    private static final Set<Primitive> COUNTED =
            Set.of(Primitive.KEY_PAIR, Primitive.POINT, Primitive.AGREEMENT, Primitive.VERIFICATION);

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

    /** No call is made for other phones. */
    @ParameterizedTest
    @EnumSource
    void readerThatHasMetManyPhonesMakesNoMoreCalls(Suite suite) {
        SecureRandom random = new SecureRandom();
        Recording recording = new Recording();
        CryptoSuite recorded = recording.of(Primitives.select(random).suite(suite));
        Door door = Door.crowded(recorded, new MemoryWalletStore(), 200, 200, SecretBytes::close, random);
        Bytes message = door.answer(door.open());
        recording.take();

        door.decide(message);

        assertPlanned(suite, TapPath.FAST, Segment.DECIDE, recording);
    }

    @ParameterizedTest
    @EnumSource
    void activationMakesThePlannedCallsOnKeysAndSignatures(Suite suite) {
        SecureRandom random = new SecureRandom();
        Recording recording = new Recording();
        CryptoSuite recorded = recording.of(Primitives.select(random).suite(suite));
        Activating activating = new Activating(new Site(recorded, random), recorded, random);
        recording.take();

        activating.activate();

        assertEquals(
                counts(Plan.activation(Purpose.values().length)),
                counts(recording.take()),
                "the calls of an activation; no recording shows what is signed");
    }

    /** Counts calls by primitive: those on keys, and signatures checked. */
    private static Map<Primitive, Long> counts(List<Call> calls) {
        return calls.stream()
                .map(Call::primitive)
                .filter(COUNTED::contains)
                .collect(Collectors.groupingBy(primitive -> primitive, TreeMap::new, Collectors.counting()));
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
