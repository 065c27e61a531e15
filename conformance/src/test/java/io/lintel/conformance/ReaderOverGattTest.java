package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit taps our reader over simulated Bluetooth links. */
@Tag("long")
class ReaderOverGattTest {
    private static final List<String> GROUPS = List.of(
            "reader.opener",
            "reader.who",
            "reader.cold",
            "reader.fast",
            "reader.list",
            "reader.courier",
            "reader.framing");

    /** What needs two connections at once, or breaks TCP's framing, or a suite that this reader has not. */
    private static final Set<String> UNTRIED = Set.of(
            "reader.opener.fresh",
            "reader.opener.ephemeral-per-channel",
            "reader.framing.who-and-cold-in-one-segment",
            "reader.framing.length-zero",
            "reader.framing.oversize",
            "reader.framing.largest",
            "reader.framing.cut",
            "reader.fast.other-opener",
            "reader.courier.crowd",
            "reader.cold.ephemeral-no-point");

    @ParameterizedTest
    @ValueSource(ints = {23, 185})
    void aReaderPassesEveryCaseThatOneConnectionCanTry(int mtu) {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        try (TrialSite site = draft.site();
                Reader reader = draft.reader();
                SimulatedRadio radio = SimulatedRadio.around(reader, mtu)) {
            ConformanceReport report = tried(site, radio, id -> GROUPS.stream().anyMatch(id::startsWith));
            assertEquals(List.of(), report.failures());
            assertEquals(UNTRIED, ids(report, Outcome.SKIPPED));
            assertTrue(ids(report, Outcome.PASSED).containsAll(Set.of("reader.cold.whole", "reader.fast.hit")));
        }
    }

    @Test
    void aReaderThatNumbersItsPacketsWrongIsCaught() {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        try (TrialSite site = draft.site();
                Reader reader = draft.reader();
                SimulatedRadio radio = SimulatedRadio.withPacketsOfReader(
                        reader, 185, packet -> withHeader(packet.unsigned(0) ^ 1, packet))) {
            assertEquals(Map.of("reader.cold.whole", "BLE-4.1-6"), caught(site, radio, "reader.cold.whole"));
        }
    }

    @Test
    void aReaderThatDoesNotLookAtTheNumbersOfPacketsIsCaught() {
        OwnReader.Draft draft = new OwnReader.Draft(OwnReader.site(Suite.X25519));
        try (TrialSite site = draft.site();
                Reader reader = draft.reader();
                SimulatedRadio radio = SimulatedRadio.withPacketsOfPhone(
                        reader, 185, packet -> withHeader(packet.unsigned(0) & 0xe0, packet))) {
            assertEquals(Map.of("reader.gatt.sequence", "BLE-4.2-2"), caught(site, radio, "reader.gatt.sequence"));
        }
    }

    private static Bytes withHeader(int header, Bytes packet) {
        return Bytes.concat(Bytes.of(header), packet.slice(1, packet.size()));
    }

    private static Map<String, String> caught(TrialSite site, SimulatedRadio radio, String only) {
        return tried(site, radio, only::equals).failures().stream()
                .collect(Collectors.toMap(CaseResult::id, CaseResult::number));
    }

    private static ConformanceReport tried(TrialSite site, SimulatedRadio radio, Predicate<String> chosen) {
        return new ReaderConformance(
                        site.material(),
                        ReaderTarget.gatt(radio),
                        OwnReader.PATIENT,
                        5,
                        Duration.ZERO,
                        chosen,
                        Optional.empty())
                .run(result -> {});
    }

    private static Set<String> ids(ConformanceReport report, Outcome outcome) {
        Stream<CaseResult> with = report.results().stream().filter(result -> result.outcome() == outcome);
        return with.map(CaseResult::id).collect(Collectors.toSet());
    }
}
