package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit taps our reader over simulated Bluetooth links. */
@Tag("long")
class ReaderOverBluetoothTest {
    /** As if openers ran out sooner than they do, so that the kit waits no longer for a reader that does nothing. */
    private static final Timing SOON = new Timing(
            Duration.ofSeconds(2),
            OwnReader.PATIENT.session(),
            OwnReader.PATIENT.answer(),
            OwnReader.PATIENT.patience());

    private static final int LENGTH_OCTETS = 2;
    private static final List<String> GROUPS = List.of(
            "reader.opener",
            "reader.who",
            "reader.cold",
            "reader.fast",
            "reader.list",
            "reader.courier",
            "reader.framing",
            "reader.gatt");

    /** What needs two connections at once, or ends one direction of a TCP connection, or a suite that this reader has not. */
    private static final Set<String> UNTRIED = Set.of(
            "reader.opener.fresh",
            "reader.opener.ephemeral-per-channel",
            "reader.framing.cut",
            "reader.fast.other-opener",
            "reader.courier.crowd",
            "reader.cold.ephemeral-no-point");

    /** What breaks a stream of octets, which GATT has not. */
    private static final Set<String> UNTRIED_OVER_GATT = Set.of(
            "reader.framing.who-and-cold-in-one-segment",
            "reader.framing.length-zero",
            "reader.framing.oversize",
            "reader.framing.largest");

    @ParameterizedTest
    @CsvSource({"BLE_GATT, 23", "BLE_GATT, 185", "BLE_L2CAP, 185"})
    void aReaderPassesEveryCaseThatOneConnectionCanTry(Transport transport, int mtu) {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        try (TrialSite site = draft.site();
                Reader reader = draft.reader();
                ReaderOnAir air = new ReaderOnAir(reader, transport, mtu)) {
            ConformanceReport report =
                    tried(site, air, OwnReader.PATIENT, id -> GROUPS.stream().anyMatch(id::startsWith));
            assertEquals(List.of(), report.failures());
            assertEquals(untried(transport), ids(report, Outcome.SKIPPED));
            assertTrue(ids(report, Outcome.PASSED).containsAll(Set.of("reader.cold.whole", "reader.fast.hit")));
            assertEquals(
                    transport == Transport.BLE_GATT,
                    ids(report, Outcome.PASSED).contains("reader.gatt.too-long"),
                    "GATT's framing is broken over GATT alone");
        }
    }

    private static Set<String> untried(Transport transport) {
        Set<String> all = new HashSet<>(UNTRIED);
        if (transport == Transport.BLE_GATT) {
            all.addAll(UNTRIED_OVER_GATT);
        }
        return all;
    }

    @Test
    void aReaderThatNumbersItsPacketsWrongIsCaught() {
        assertCaught(
                "reader.cold.whole",
                "BLE-4.1-6",
                Transport.BLE_GATT,
                air -> air.packetsOfReader = packet -> withHeader(packet.unsigned(0) ^ 1, packet));
    }

    @Test
    void aReaderThatDoesNotLookAtTheNumbersOfPacketsIsCaught() {
        assertCaught(
                "reader.gatt.sequence",
                "BLE-4.2-2",
                Transport.BLE_GATT,
                air -> air.packetsOfPhone = packet -> withHeader(packet.unsigned(0) & 0xe0, packet));
    }

    @Test
    void aReaderThatEndsChannelsForAnotherReasonIsCaught() {
        assertCaught(
                "reader.gatt.rest-first",
                "BLE-4.2-7",
                Transport.BLE_GATT,
                air -> air.packetsOfReader =
                        packet -> (packet.unsigned(0) & 0x20) == 0 ? packet : Bytes.of(packet.unsigned(0), 0));
    }

    private static Bytes withHeader(int header, Bytes packet) {
        return Bytes.concat(Bytes.of(header), packet.slice(1, packet.size()));
    }

    @Test
    void aReaderThatTakesAnSduForAMessageIsCaught() {
        assertCaught(
                "reader.framing.who-and-cold-in-one-segment",
                "BLE-5-1",
                Transport.BLE_L2CAP,
                air -> air.packetsOfPhone = ReaderOverBluetoothTest::cutBehindTheFirstMessage);
    }

    private static Bytes cutBehindTheFirstMessage(Bytes sdu) {
        int length = sdu.size() < LENGTH_OCTETS ? 0 : (sdu.unsigned(0) << 8) | sdu.unsigned(1);
        return length == 1 ? sdu.slice(0, LENGTH_OCTETS + length) : sdu;
    }

    @Test
    void aReaderThatWaitsForAMessageOfNoLengthIsCaught() {
        assertCaught(
                "reader.framing.length-zero",
                "BLE-5-2",
                Transport.BLE_L2CAP,
                air -> air.packetsOfPhone = sdu -> sdu.equals(Bytes.of(0, 0)) ? Bytes.of(0) : sdu);
    }

    private static void assertCaught(String id, String number, Transport transport, Consumer<ReaderOnAir> breaking) {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        try (TrialSite site = draft.site();
                Reader reader = draft.reader();
                ReaderOnAir air = new ReaderOnAir(reader, transport, 185)) {
            breaking.accept(air);
            Map<String, String> caught = tried(site, air, SOON, id::equals).failures().stream()
                    .collect(Collectors.toMap(CaseResult::id, CaseResult::number));
            assertEquals(Map.of(id, number), caught);
        }
    }

    private static ConformanceReport tried(TrialSite site, ReaderOnAir air, Timing timing, Predicate<String> chosen) {
        return new ReaderConformance(site.material(), air.target(), timing, 5, Duration.ZERO, chosen, Optional.empty())
                .run(result -> {});
    }

    private static Set<String> ids(ConformanceReport report, Outcome outcome) {
        Stream<CaseResult> with = report.results().stream().filter(result -> result.outcome() == outcome);
        return with.map(CaseResult::id).collect(Collectors.toSet());
    }
}
