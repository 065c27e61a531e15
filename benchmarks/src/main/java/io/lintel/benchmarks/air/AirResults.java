package io.lintel.benchmarks.air;

import io.lintel.benchmarks.air.OurTaps.Kind;
import io.lintel.benchmarks.results.Chart;
import io.lintel.benchmarks.results.Section;
import io.lintel.benchmarks.results.Table;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.RadioFaults;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The tables of octets, packets and air time. They are the same on every machine. */
public final class AirResults {
    /** The ATT MTUs of the tables: the least, iOS's, one packet of the radio, and as much as an attribute takes. */
    static final int[] MTUS = {23, 185, 247, 515};

    private static final Duration INTERVAL = Duration.ofMillis(15);
    private static final int PER_EVENT = 1;
    private static final double[] LOSSES = {0, 0.1, 0.3};

    private final int seeds;
    private final List<Conversation> conversations = new ArrayList<>();

    /** Those whose times are told; suite 2 takes as many packets as suite 1. */
    private final List<Conversation> timed = new ArrayList<>();

    /**
     * Measures the conversations.
     *
     * @param seeds how often each is played over the simulated air
     */
    public AirResults(int seeds) throws GeneralSecurityException, SSLException {
        this.seeds = seeds;
        conversations.addAll(OurTaps.all());
        List<Conversation> peers = Peers.all();
        conversations.addAll(peers);
        Stream.of(Kind.values()).map(kind -> OurTaps.record(Suite.X25519, kind)).forEach(timed::add);
        timed.addAll(peers);
    }

    /** All tables. */
    public Section section() {
        return new Section(
                "bytes",
                "Octets, packets and time on the air",
                List.of(octets(), packets(), times(), microcontroller()),
                List.of(),
                List.of(chart()));
    }

    /** Octets until the reader can decide, and in all. */
    Table octets() {
        Table table = new Table(
                "Octets, without the transport's framing",
                "",
                "messages",
                "until the decision",
                "in all",
                "lengths are");
        for (Conversation each : conversations) {
            table.row(
                    each.name(),
                    each.messages().size(),
                    each.octetsUntilDecision(),
                    each.octets(),
                    each.origin().name().toLowerCase(Locale.ROOT));
        }
        return table;
    }

    /** Packets until the reader can decide, at each MTU. */
    Table packets() {
        Table table = new Table(
                "Packets over GATT until the reader can decide, at an ATT MTU of", "", "23", "185", "247", "515");
        for (Conversation each : conversations) {
            List<Object> cells = new ArrayList<>(List.of(each.name()));
            for (int mtu : MTUS) {
                cells.add(each.packetsUntilDecision(mtu));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    /** How long it takes until the phone knows. */
    Table times() {
        Table table = new Table(
                "Milliseconds until the phone knows; an event each 15 ms, one packet for each side in it; " + seeds
                        + " seeds; computing not counted",
                "",
                "MTU",
                "lost packets",
                "p50",
                "p90",
                "p99",
                "mean",
                "formula");
        for (Conversation each : timed) {
            for (int mtu : new int[] {23, 185}) {
                for (double loss : LOSSES) {
                    time(table, each, mtu, loss);
                }
            }
        }
        return table;
    }

    private void time(Table table, Conversation each, int mtu, double loss) {
        TapTimes times = TapTimes.simulate(each, conditions(mtu, loss), Computing.NEGLIGIBLE, seeds);
        table.row(
                each.name(),
                mtu,
                Math.round(loss * 100) + " %",
                millis(times.percentile(50)),
                millis(times.percentile(90)),
                millis(times.percentile(99)),
                rounded(times.meanMillis()),
                rounded(AirFormula.meanMillis(each, mtu, INTERVAL, PER_EVENT, loss, Computing.NEGLIGIBLE)));
    }

    private static RadioConditions conditions(int mtu, double loss) {
        return new RadioConditions(Transport.BLE_GATT, INTERVAL, PER_EVENT, mtu, Duration.ZERO, RadioFaults.air(loss));
    }

    /** The reader on a microcontroller: others' cycles. */
    Table microcontroller() {
        Table table = new Table(
                "A reader at " + Microcontroller.MEGAHERTZ
                        + " MHz, from cycles that others published: computing, and the tap at MTU 185, nothing lost",
                "",
                "opener, kilocycles",
                "decision, kilocycles",
                "decision, ms",
                "tap, ms");
        for (Suite suite : Suite.values()) {
            for (Kind kind : Kind.values()) {
                long decision = Microcontroller.decision(suite, kind);
                TapTimes times = TapTimes.simulate(
                        OurTaps.record(suite, kind), conditions(185, 0), Microcontroller.computing(suite, kind), 1);
                table.row(
                        kind.words() + ", suite " + suite.id(),
                        Math.round(Microcontroller.opener(suite, kind) / 1e3),
                        Math.round(decision / 1e3),
                        rounded(Microcontroller.duration(decision).toNanos() / 1e6),
                        millis(times.percentile(50)));
            }
        }
        return table;
    }

    /** The distribution of the time, one line for each conversation. */
    private Chart chart() {
        List<Chart.Line> lines = new ArrayList<>();
        for (Conversation each : timed) {
            TapTimes times = TapTimes.simulate(each, conditions(185, 0.1), Computing.NEGLIGIBLE, seeds);
            List<Double> millis = new ArrayList<>();
            List<Double> percents = new ArrayList<>();
            for (int percent = 1; percent < 100; percent++) {
                Optional<Duration> time = times.percentile(percent);
                if (time.isPresent()) {
                    millis.add(time.get().toNanos() / 1e6);
                    percents.add((double) percent);
                }
            }
            lines.add(new Chart.Line(each.name(), millis, percents));
        }
        return new Chart.Lines(
                "air-time",
                "Time on the air: an event each 15 ms, MTU 185, 10 % of packets lost",
                "milliseconds until the phone knows",
                "% of taps",
                Chart.Scale.LINEAR,
                lines);
    }

    private static Object millis(Optional<Duration> time) {
        return time.<Object>map(Duration::toMillis).orElse("never");
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
