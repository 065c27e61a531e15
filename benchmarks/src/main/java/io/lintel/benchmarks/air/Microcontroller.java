package io.lintel.benchmarks.air;

import io.lintel.benchmarks.air.OurTaps.Kind;
import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.benchmarks.tap.Plan;
import io.lintel.benchmarks.tap.Segment;
import io.lintel.crypto.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader on a microcontroller: the calls of {@link Plan}, at the cycles that others published. None of these was measured by
 * us, and nobody added them up on one chip.
 *
 * <ul>
 *   <li>X25519: 548,873 on a Cortex-M4, <a href="https://github.com/Emill/X25519-Cortex-M4">Emill/X25519-Cortex-M4</a>.
 *   <li>Ed25519: 1,265,078 to verify on a Cortex-M4: H. Fujii, D. F. Aranha, <i>Curve25519 for the Cortex-M4 and beyond</i>,
 *       LATINCRYPT 2017.
 *   <li>P-256: key pair 327,000, agreement 906,000, point 48,000, verification 976,000 on an nRF52840: <a
 *       href="https://github.com/Emill/P256-Cortex-M4">Emill/P256-Cortex-M4</a>.
 *   <li>SHA-256, HMAC, AES-256-GCM, GHASH: plain C++ on an Arduino Due, a Cortex-M3 at 84 MHz: <a
 *       href="https://github.com/rweather/arduinolibs">rweather/arduinolibs</a>, {@code doc/crypto.dox}, microseconds times 84. Chips
 *       with an AES or hash engine need far less.
 * </ul>
 */
final class Microcontroller {
    /** What the tables take: the clock of an nRF52840. */
    static final int MEGAHERTZ = 64;

    private static final int DUE = 84;
    private static final double HASH_OCTET = 1.15 * DUE;
    private static final double HASH = 76.60 * DUE;
    private static final double HMAC = (80.44 + 238.98) * DUE;
    private static final double GCM = 347.40 * DUE;
    private static final double GCM_OCTET = 13.73 * DUE;
    private static final double GHASH_OCTET = 4.37 * DUE;

    private static final int SECRET = 32;
    private static final int TAG = 16;
    private static final int REFERENCE = 20;
    private static final int REFERENCE_PAYLOAD = 23;
    private static final int SIGNATURE = 64;
    private static final int KIND = "lintel/1/credential".length() + 1;

    private Microcontroller() {}

    /** Returns the cycles that the reader computes before its opener is out. */
    static long opener(Suite suite, Kind kind) {
        return cycles(suite, Plan.of(suite, kind.path(), Segment.OPEN));
    }

    /** Returns the cycles from the phone's message to the answer, the decision among them. */
    static long decision(Suite suite, Kind kind) {
        List<Call> calls = Plan.of(suite, kind.path(), Segment.DECIDE);
        return cycles(suite, kind == Kind.COLD_WHOLE ? whole(suite, calls) : calls);
    }

    /** Both, as the time that a reader at {@value #MEGAHERTZ} MHz computes, and a phone that takes no time. */
    static Computing computing(Suite suite, Kind kind) {
        return new Computing(
                List.of(duration(opener(suite, kind)), Duration.ofMillis(1), duration(decision(suite, kind))));
    }

    static Duration duration(long cycles) {
        return Duration.ofNanos(cycles * 1000 / MEGAHERTZ);
    }

    /** The plan is that of a reference; a whole credential is longer, and its signature is checked. */
    private static List<Call> whole(Suite suite, List<Call> byReference) {
        int more = OurTaps.record(suite, Kind.COLD_WHOLE).octets()
                - OurTaps.record(suite, Kind.COLD_REFERENCE).octets();
        List<Call> calls = new ArrayList<>();
        for (Call call : byReference) {
            boolean carries = (call.primitive() == Primitive.OPEN && call.octets() == REFERENCE_PAYLOAD)
                    || (call.primitive() == Primitive.HASH && call.octets() == SECRET + REFERENCE_PAYLOAD + TAG);
            calls.add(carries ? new Call(call.primitive(), call.associated(), call.octets() + more) : call);
        }
        calls.addAll(Plan.signed(KIND + REFERENCE + more - SIGNATURE));
        return calls;
    }

    static long cycles(Suite suite, List<Call> calls) {
        return Math.round(
                calls.stream().mapToDouble(call -> cycles(suite, call)).sum());
    }

    private static double cycles(Suite suite, Call call) {
        boolean montgomery = suite == Suite.X25519;
        return switch (call.primitive()) {
            case KEY_PAIR -> montgomery ? 548_873 : 327_000;
            case POINT -> montgomery ? 0 : 48_000;
            case AGREEMENT -> montgomery ? 548_873 : 906_000;
            case VERIFICATION -> montgomery ? 1_265_078 : 976_000 + HASH + call.octets() * HASH_OCTET;
            case SIGNATURE, OWN_KEY_PAIR, WHOLE_POINT ->
                throw new IllegalArgumentException("no reader does this in a tap: " + call.primitive());
            case HASH -> HASH + call.octets() * HASH_OCTET;
            case HMAC, HMAC_IN_PLACE -> HMAC + call.octets() * HASH_OCTET;
            case SEAL, OPEN -> GCM + call.octets() * GCM_OCTET + call.associated() * GHASH_OCTET;
        };
    }
}
