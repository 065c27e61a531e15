package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.benchmarks.peer.WalletKeyModel;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
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

/** The models of fast phases whose reader tries the key of each phone that it knows. See {@link WalletKeyModel}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class ModelsJmh {
    /** The provider that makes the primitives. */
    @Param({"CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public CryptoProvider provider;

    /** Phones that the reader knows. */
    @Param({"10", "1000", "100000"})
    public int phones;

    private Floor homeKey;
    private Floor aliro;

    /** Makes keys of as many phones as the reader tries. */
    @Setup
    public void build() {
        Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), new SecureRandom());
        RawPrimitives raw = RawPrimitives.like(primitives, Suite.P256);
        homeKey = new Floor(raw, WalletKeyModel.homeKeyFast(phones));
        aliro = new Floor(raw, WalletKeyModel.aliroFast(phones));
    }

    /** Home Key's. */
    @Benchmark
    public int homeKeyFast() {
        return homeKey.run();
    }

    /** Aliro's. */
    @Benchmark
    public int aliroFast() {
        return aliro.run();
    }
}
