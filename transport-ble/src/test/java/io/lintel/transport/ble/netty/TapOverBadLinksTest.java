package io.lintel.transport.ble.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.netty.SimulatedTap.Outcome;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.RadioFaults;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a link does, a tap ends rightly or in a typed error within its bound, and never better than over TCP. */
final class TapOverBadLinksTest {
    private static final TapResult COLD = new TapResult.Granted(TapPath.COLD);
    private static final TapResult FAST = new TapResult.Granted(TapPath.FAST);

    @Property(tries = 150)
    void onALinkWhoseStacksKeepTheirWordTheTapIsWhatItIsOverTcp(
            @ForAll("keepingTheirWord") RadioConditions conditions, @ForAll long seed) {
        TestSite site = TestSite.of(Suite.X25519, seed);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();

        assertEquals(
                Optional.of(COLD),
                SimulatedTap.run(reader, phone, conditions, seed).result());
        assertEquals(
                Optional.of(FAST),
                SimulatedTap.run(reader, phone, conditions, seed + 1, SimulatedTap.LATER)
                        .result());
    }

    @Property(tries = 300)
    void aGoodPhoneOnAnyLinkIsGrantedOrFailsInTime(@ForAll("any") RadioConditions conditions, @ForAll long seed) {
        TestSite site = TestSite.of(Suite.X25519, seed);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        for (int visit = 0; visit < 2; visit++) {
            Outcome outcome = SimulatedTap.run(
                    reader, phone, conditions, seed + visit, visit == 0 ? TestSite.NOW : SimulatedTap.LATER);
            TapResult result = endedInTime(outcome);
            long granted =
                    outcome.events().stream().filter(event -> event.isGranted()).count();
            assertTrue(granted <= 1, "one gesture opened twice");
            if (result instanceof TapResult.Granted) {
                assertEquals(1, granted);
            }
            if (result instanceof TapResult.Denied denied) {
                // A slow link makes a phone answer late; over TCP it is late by the same time.
                assertEquals(DenialReason.TOO_SLOW, denied.reason());
            }
            if (result instanceof TapResult.Failed failed && failed.outcome() == TapResult.Outcome.NOT_OPENED) {
                assertEquals(0, granted);
            }
        }
    }

    @Test
    void airThatLetsNothingThroughEndsTheTapOnBothSides() {
        TestSite site = TestSite.of(Suite.X25519, 1);
        RadioConditions good = RadioConditions.good(Transport.BLE_GATT, 185);
        RadioConditions deaf = new RadioConditions(
                good.transport(),
                good.interval(),
                good.packetsPerEvent(),
                good.mtu(),
                good.mtuExchange(),
                RadioFaults.air(1));

        TapResult result = endedInTime(SimulatedTap.run(site.reader().start(), site.phone(), deaf, 1));

        assertTrue(result instanceof TapResult.Failed);
    }

    @Property(tries = 200)
    void aPhoneWithoutAccessIsGrantedOnNoLink(@ForAll("any") RadioConditions conditions, @ForAll long seed) {
        TestSite site = TestSite.of(Suite.X25519, seed);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone(draft -> draft.groups(Set.of(2)));

        Outcome outcome = SimulatedTap.run(reader, phone, conditions, seed);

        assertFalse(endedInTime(outcome) instanceof TapResult.Granted);
        assertTrue(outcome.events().stream().noneMatch(event -> event.isGranted()));
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 185, 247, 517})
    void denialsTravelAsWell(int mtu) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TestPhone phone = site.phone(draft -> draft.groups(Set.of(2)));
        for (Transport transport : new Transport[] {Transport.BLE_GATT, Transport.BLE_L2CAP}) {
            Outcome outcome = SimulatedTap.run(site.reader().start(), phone, RadioConditions.good(transport, mtu), 1);
            assertEquals(Optional.of(new TapResult.Denied(TapPath.COLD, DenialReason.WRONG_GROUP)), outcome.result());
        }
    }

    private static TapResult endedInTime(Outcome outcome) {
        assertTrue(outcome.result().isPresent(), "the phone still waits");
        assertTrue(outcome.phoneClosed().isPresent());
        assertTrue(outcome.readerGone(), "the reader still holds the channel");
        return outcome.result().get();
    }

    @Provide
    Arbitrary<RadioConditions> keepingTheirWord() {
        Arbitrary<RadioFaults> air = Arbitraries.doubles().between(0, 0.3).map(RadioFaults::air);
        return Combinators.combine(transports(), Arbitraries.integers().between(8, 15), mtus(), air, exchanges())
                .as((transport, millis, mtu, faults, exchange) ->
                        new RadioConditions(transport, Duration.ofMillis(millis), 2, mtu, exchange, faults));
    }

    @Provide
    Arbitrary<RadioConditions> any() {
        Arbitrary<Double> rare = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0.0)),
                Tuple.of(2, Arbitraries.doubles().between(0, 0.1)),
                Tuple.of(1, Arbitraries.doubles().between(0, 1)));
        Arbitrary<RadioFaults> faults =
                Combinators.combine(rare, rare, rare, rare, rare).as(RadioFaults::new);
        Arbitrary<Integer> perEvent = Arbitraries.integers().between(1, 6);
        return Combinators.combine(
                        transports(), Arbitraries.integers().between(8, 500), perEvent, mtus(), exchanges(), faults)
                .as((transport, millis, packets, mtu, exchange, wrong) -> new RadioConditions(
                        transport, Duration.ofMillis(millis), packets, mtu, exchange, faultsOf(transport, wrong)));
    }

    /** An L2CAP channel has no stack in between that could forget or swap, but it is lost as well. */
    private static RadioFaults faultsOf(Transport transport, RadioFaults faults) {
        return transport == Transport.BLE_GATT ? faults : new RadioFaults(faults.loss(), faults.disconnect(), 0, 0, 0);
    }

    private static Arbitrary<Transport> transports() {
        return Arbitraries.of(Transport.BLE_GATT, Transport.BLE_L2CAP);
    }

    private static Arbitrary<Integer> mtus() {
        return Arbitraries.integers().between(23, 517);
    }

    private static Arbitrary<Duration> exchanges() {
        return Arbitraries.of(Duration.ZERO, Duration.ofMillis(40), Duration.ofMillis(700));
    }
}
