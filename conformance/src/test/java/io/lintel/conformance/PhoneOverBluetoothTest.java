package io.lintel.conformance;

import static io.lintel.conformance.CarelessFraming.isEnd;
import static io.lintel.conformance.CarelessFraming.withHeader;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.conformance.CarelessFraming.FirstInside;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit is the reader that our phone taps over simulated Bluetooth links. */
@Tag("long")
class PhoneOverBluetoothTest {
    private static final int MTU = 185;

    /** What the phone of a case that waits is hastened by. */
    private static final int HASTE = 4;

    private static final Timing HASTENED = new Timing(
            OwnReader.PATIENT.opener(),
            OwnReader.PATIENT.session(),
            OwnReader.PATIENT.answer().dividedBy(HASTE),
            OwnReader.PATIENT.patience());

    @ParameterizedTest
    @CsvSource({"BLE_GATT, 23", "BLE_GATT, 185", "BLE_L2CAP, 185"})
    void passesEveryCaseThatDoesNotWait(Transport transport, int mtu) throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            ConformanceReport report = new OwnPhone(site.material())
                    .over(() -> PhoneOnAir.of(transport, mtu))
                    .tried(Duration.ofMillis(500), id -> !isWaited(id));
            assertEquals(List.of(), report.failures());
            assertEquals(
                    transport == Transport.BLE_GATT ? Set.of("phone.opener.oversize") : Set.of(),
                    OwnPhoneTest.skipped(report));
            assertEquals(idsThatDoNotWait(transport) + 1, report.results().size());
        }
    }

    private static long idsThatDoNotWait(Transport transport) {
        return PhoneConformance.ids().stream()
                .filter(id -> !isWaited(id))
                .filter(id -> transport == Transport.BLE_GATT || !id.startsWith("phone.gatt."))
                .count();
    }

    private static boolean isWaited(String id) {
        return id.startsWith("phone.time.") || id.equals("phone.gatt.half");
    }

    @Test
    void passesTheCasesThatWaitForItsOwnDeadlines() throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone phone = new OwnPhone(site.material()).over(() -> PhoneOnAir.hasty(Transport.BLE_GATT, MTU, HASTE));
            phone.timing = HASTENED;
            ConformanceReport report = phone.tried(Duration.ZERO, id -> id.startsWith("phone.time."));
            assertEquals(2, report.count(Outcome.PASSED), report::toString);
        }
    }

    @Test
    void passesTheCaseThatWaitsForTheRestOfAMessage() throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone phone = new OwnPhone(site.material()).over(() -> PhoneOnAir.of(Transport.BLE_GATT, MTU));
            ConformanceReport report = phone.tried(Duration.ZERO, "phone.gatt.half"::equals);
            assertEquals(1, report.count(Outcome.PASSED), report::toString);
        }
    }

    @Test
    void aPhoneWhoseOpenersRunOutTooSoonIsNotTriedOnTheRestOfAMessage() throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone phone = new OwnPhone(site.material()).over(() -> PhoneOnAir.of(Transport.BLE_GATT, MTU));
            phone.timing = HASTENED;
            assertEquals(
                    Set.of("phone.gatt.half"),
                    OwnPhoneTest.skipped(phone.tried(Duration.ZERO, "phone.gatt.half"::equals)));
        }
    }

    static Stream<Arguments> isCaughtOverGatt() {
        return Stream.of(
                Arguments.of(
                        "numbers its packets wrong",
                        "phone.cold.whole",
                        "BLE-4.1-6",
                        saying(packet -> withHeader(packet.unsigned(0) ^ 1, packet))),
                Arguments.of(
                        "ends channels for another reason",
                        "phone.gatt.rest-first",
                        "BLE-4.2-7",
                        saying(packet -> isEnd(packet) ? Bytes.of(packet.unsigned(0), 0) : packet)),
                Arguments.of(
                        "does not look at numbers",
                        "phone.gatt.sequence",
                        "BLE-4.2-2",
                        hearing(CarelessFraming::unnumbered)),
                Arguments.of(
                        "does not look at numbers that repeat",
                        "phone.gatt.sequence-repeated",
                        "BLE-4.2-2",
                        hearing(CarelessFraming::unnumbered)),
                Arguments.of(
                        "does not look for gaps",
                        "phone.gatt.sequence-gap",
                        "BLE-4.2-2",
                        hearing(CarelessFraming::unnumbered)),
                Arguments.of(
                        "takes an answer behind a lost packet",
                        "phone.gatt.answer-lost",
                        "BLE-4.2-2",
                        hearing(CarelessFraming::unnumbered)),
                Arguments.of(
                        "puts packets in order again",
                        "phone.gatt.overtaken",
                        "BLE-4.2-15",
                        hearing(CarelessFraming::reordered)),
                Arguments.of(
                        "leaves out what it has heard",
                        "phone.gatt.repeated",
                        "BLE-4.2-15",
                        hearing(CarelessFraming::reordered)),
                Arguments.of(
                        "leaves out a header alone",
                        "phone.gatt.header-alone",
                        "BLE-4.2-1",
                        hearing(() -> CarelessFraming.unnumbered(
                                packet -> Optional.of(packet).filter(any -> any.size() > 1)))),
                Arguments.of(
                        "does not look at the mark of an end",
                        "phone.gatt.end-marked",
                        "BLE-4.2-1",
                        hearing(() -> CarelessFraming.unnumbered(
                                packet -> Optional.of(withHeader(packet.unsigned(0) & ~CarelessFraming.END, packet))))),
                Arguments.of(
                        "takes any packet for the first",
                        "phone.gatt.rest-first",
                        "BLE-4.2-7",
                        hearing(() -> CarelessFraming.assembled(FirstInside.NOTHING))),
                Arguments.of(
                        "takes a message within another for a part",
                        "phone.gatt.first-twice",
                        "BLE-4.2-8",
                        hearing(() -> CarelessFraming.assembled(FirstInside.NOTHING))),
                Arguments.of(
                        "begins anew within a message",
                        "phone.gatt.first-inside",
                        "BLE-4.2-8",
                        hearing(() -> CarelessFraming.assembled(FirstInside.ANOTHER_BEGIN))),
                Arguments.of(
                        "takes an end with any number of reasons",
                        "phone.gatt.end-long",
                        "BLE-4.2-4",
                        hearing(() -> CarelessFraming.mended(
                                packet -> Optional.of(isEnd(packet) ? packet.slice(0, 2) : packet)))),
                Arguments.of(
                        "does not bound a message",
                        "phone.gatt.too-long",
                        "BLE-4.2-9",
                        hearing(() -> CarelessFraming.mended(packet -> Optional.empty()))),
                Arguments.of(
                        "stays behind the end",
                        "phone.gatt.end",
                        "BLE-4.3-2",
                        hearing(() -> CarelessFraming.mended(packet -> Optional.empty()))),
                Arguments.of(
                        "goes on behind the end",
                        "phone.gatt.behind-end",
                        "BLE-4.2-13",
                        hearing(() -> CarelessFraming.unnumbered(
                                packet -> Optional.of(packet).filter(any -> !isEnd(any))))),
                Arguments.of(
                        "counts beyond 31", "phone.gatt.pieces", "BLE-4.1-6", hearing(CarelessFraming::countingOn)));
    }

    private static OwnPhone.Opening saying(Function<Bytes, Bytes> says) {
        return () -> PhoneOnAir.saying(Transport.BLE_GATT, MTU, () -> says::apply);
    }

    private static OwnPhone.Opening hearing(Supplier<Function<Bytes, List<Bytes>>> hears) {
        return () -> PhoneOnAir.hearing(Transport.BLE_GATT, MTU, hears);
    }

    @ParameterizedTest(name = "a phone that {0}")
    @MethodSource
    void isCaughtOverGatt(String how, String id, String number, OwnPhone.Opening broken)
            throws IOException, InterruptedException {
        assertCaught(how, id, number, broken);
    }

    @Test
    void aPhoneWithFramesOfAnyLengthIsCaughtOverL2cap() throws IOException, InterruptedException {
        assertCaught(
                "frames of any length",
                "phone.opener.oversize",
                "BLE-5-2",
                () -> PhoneOnAir.hearing(Transport.BLE_L2CAP, MTU, () -> sdu -> List.of()));
    }

    private static void assertCaught(String how, String id, String number, OwnPhone.Opening broken)
            throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone phone = new OwnPhone(site.material()).over(broken);
            phone.timing =
                    HASTENED; // the kit waits no longer for a phone that does nothing; it has its ten seconds all the
            // same
            Map<String, String> caught = new TreeMap<>();
            phone.tried(Duration.ZERO, id::equals)
                    .failures()
                    .forEach(result -> caught.put(result.id(), result.number()));
            assertEquals(Map.of(id, number), caught, how);
        }
    }
}
