package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.benchmarks.peer.NoiseJava;
import io.lintel.benchmarks.peer.WalletKeyModel;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.security.GeneralSecurityException;
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

/** Both sides of a cold tap of suite 1, and of what others would use. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class PeersJmh {
    /** The provider that goes before others in the tap; the peers have their own. */
    @Param({"CONSCRYPT", "BOUNCY_CASTLE"})
    public CryptoProvider provider;

    private Floor standard;
    private Floor homeKeyOfTen;
    private Floor homeKeyOfThousand;
    private Floor aliroOfTen;
    private Floor aliroOfThousand;
    private Door door;
    private Door fast;
    private NoiseJava ik;
    private NoiseJava xx;

    /** Makes the keys of all. */
    @Setup
    public void build() throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), random);
        door = new Door(primitives.suite(Suite.X25519), TapPath.COLD, random);
        fast = new Door(primitives.suite(Suite.X25519), TapPath.FAST, random);
        RawPrimitives raw = RawPrimitives.like(primitives, Suite.P256);
        standard = new Floor(raw, WalletKeyModel.standard());
        homeKeyOfTen = new Floor(raw, WalletKeyModel.homeKeyFast(10));
        homeKeyOfThousand = new Floor(raw, WalletKeyModel.homeKeyFast(1_000));
        aliroOfTen = new Floor(raw, WalletKeyModel.aliroFast(10));
        aliroOfThousand = new Floor(raw, WalletKeyModel.aliroFast(1_000));
        ik = new NoiseJava(NoiseJava.Pattern.IK);
        xx = new NoiseJava(NoiseJava.Pattern.XX);
    }

    /** Ours. */
    @Benchmark
    public void coldTap() {
        door.tap();
    }

    /** Ours, fast; the number of phones that the reader knows does not matter. */
    @Benchmark
    public void fastTap() {
        fast.tap();
    }

    /** The model of Home Key's and Aliro's standard phase. */
    @Benchmark
    public int modelStandard() {
        return standard.run();
    }

    /** The model of Home Key's fast phase at a reader that knows 10 phones. */
    @Benchmark
    public int modelHomeKeyFast10() {
        return homeKeyOfTen.run();
    }

    /** The same with 1,000 phones. */
    @Benchmark
    public int modelHomeKeyFast1000() {
        return homeKeyOfThousand.run();
    }

    /** The model of Aliro's fast phase at a reader that knows 10 phones. */
    @Benchmark
    public int modelAliroFast10() {
        return aliroOfTen.run();
    }

    /** The same with 1,000 phones. */
    @Benchmark
    public int modelAliroFast1000() {
        return aliroOfThousand.run();
    }

    /** Noise IK by noise-java. */
    @Benchmark
    public boolean noiseJavaIk() throws GeneralSecurityException {
        return ik.exchange();
    }

    /** Noise XX by noise-java. */
    @Benchmark
    public boolean noiseJavaXx() throws GeneralSecurityException {
        return xx.exchange();
    }
}
