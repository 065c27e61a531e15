package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fast taps at a reader that knows many phones, in turns with some at a reader that knows {@value #FEW}; both have met half of them, and
 * these tap in turn, see {@link CrowdedDoor}. Building the larger reader signs and checks as many credentials, which takes a minute or
 * two where there are a million.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = CrowdJmh.HEAP)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class CrowdJmh {
    static final int FEW = 10;

    static final String HEAP = "-Xmx2g";

    /** The suite. */
    @Param({"X25519", "P256"})
    public Suite suite;

    /** Whose primitives make the taps, see {@link Chosen}. */
    @Param({Chosen.RANKED, "CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public String provider;

    /** Phones that the larger reader knows. */
    @Param({"1000", "100000", "1000000"})
    public int phones;

    private CrowdedDoor many;
    private CrowdedDoor few;

    /** Builds both doors. */
    @Setup
    public void build() {
        SecureRandom random = new SecureRandom();
        CryptoSuite crypto = Chosen.of(provider, random).suite(suite);
        many = new CrowdedDoor(crypto, phones, random);
        few = new CrowdedDoor(crypto, FEW, random);
    }

    /** A tap at each, one after the other; the smaller reader's stands where floors stand. */
    @Benchmark
    public void inTurns(Turns turns) {
        turns.tap(many.turn());
        turns.other(few.turn());
    }
}
