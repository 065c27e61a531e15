package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
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
 * A fast tap at a reader that has met many phones, in turns with one at a reader that has met {@value #FEW}. Building the larger
 * reader signs and checks as many credentials, which takes a minute or two where there are a million.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class CrowdJmh {
    static final int FEW = 10;

    /** The suite. */
    @Param({"X25519", "P256"})
    public Suite suite;

    /** The provider that goes before others wherever it has a primitive. */
    @Param({"CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public CryptoProvider provider;

    /** Phones that the larger reader has met. */
    @Param({"1000", "100000", "1000000"})
    public int phones;

    private Door many;
    private Door few;

    /** Builds both doors. */
    @Setup
    public void build() {
        SecureRandom random = new SecureRandom();
        CryptoSuite crypto = Primitives.select(ProviderPreferences.preferring(provider), random)
                .suite(suite);
        many = Door.crowded(crypto, TapPath.FAST, phones, phones, random);
        few = Door.crowded(crypto, TapPath.FAST, FEW, FEW, random);
    }

    /** A tap at each, one after the other; the smaller reader's stands where floors stand. */
    @Benchmark
    public void inTurns(Turns turns) {
        turns.tap(many);
        turns.other(few);
    }
}
