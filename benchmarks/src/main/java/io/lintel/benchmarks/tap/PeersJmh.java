package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.benchmarks.peer.NoiseJava;
import io.lintel.benchmarks.peer.TlsPeer;
import io.lintel.benchmarks.peer.TlsPeer.Handshake;
import io.lintel.benchmarks.peer.TlsPeer.Library;
import io.lintel.benchmarks.peer.WalletKeyModel;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * Both sides of taps, and of what others would use. The JDK's TLS is told to make one key pair, on X25519, and not one for each
 * of two groups.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Djdk.tls.namedGroups=x25519")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class PeersJmh {
    /** Whose primitives make taps and the model, see {@link Chosen}; the other peers have their own. */
    @Param({Chosen.RANKED, "CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public String provider;

    /** How many of what is measured come before JMH's own warm-up, see {@link Settings#exchanges}. */
    @Param("10000")
    public int exchanges;

    private Floor standard;
    private Door cold;
    private Door fast;
    private Door coldP256;
    private Door fastP256;
    private NoiseJava ik;
    private NoiseJava xx;
    private TlsPeer jdkFull;
    private TlsPeer jdkResumed;
    private TlsPeer boringFull;
    private TlsPeer boringResumed;

    /** Makes the keys of all, and warms what is measured. */
    @Setup
    public void build(BenchmarkParams measured) throws GeneralSecurityException, SSLException {
        SecureRandom random = new SecureRandom();
        Primitives primitives = Chosen.of(provider, random);
        cold = new Door(primitives.suite(Suite.X25519), TapPath.COLD, random);
        fast = new Door(primitives.suite(Suite.X25519), TapPath.FAST, random);
        coldP256 = new Door(primitives.suite(Suite.P256), TapPath.COLD, random);
        fastP256 = new Door(primitives.suite(Suite.P256), TapPath.FAST, random);
        standard = new Floor(RawPrimitives.like(primitives, Suite.P256), WalletKeyModel.standard());
        ik = new NoiseJava(NoiseJava.Pattern.IK);
        xx = new NoiseJava(NoiseJava.Pattern.XX);
        jdkFull = new TlsPeer(Library.JDK, Handshake.FULL);
        jdkResumed = new TlsPeer(Library.JDK, Handshake.RESUMED);
        boringFull = new TlsPeer(Library.BORINGSSL, Handshake.FULL);
        boringResumed = new TlsPeer(Library.BORINGSSL, Handshake.RESUMED);
        String name = measured.getBenchmark();
        for (int exchange = 0; exchange < exchanges; exchange++) {
            exchange(name.substring(name.lastIndexOf('.') + 1));
        }
    }

    private void exchange(String method) throws GeneralSecurityException, SSLException {
        switch (method) {
            case "coldTap" -> coldTap();
            case "fastTap" -> fastTap();
            case "coldTapP256" -> coldTapP256();
            case "fastTapP256" -> fastTapP256();
            case "modelStandard" -> modelStandard();
            case "noiseJavaIk" -> noiseJavaIk();
            case "noiseJavaXx" -> noiseJavaXx();
            case "tlsJdkFull" -> tlsJdkFull();
            case "tlsJdkResumed" -> tlsJdkResumed();
            case "tlsBoringFull" -> tlsBoringFull();
            case "tlsBoringResumed" -> tlsBoringResumed();
            default -> throw new IllegalArgumentException("nobody knows how to warm " + method);
        }
    }

    /** Ours, suite 1. */
    @Benchmark
    public void coldTap() {
        cold.tap();
    }

    /** Ours, suite 1, fast. What a reader that knows many phones adds, {@link CrowdJmh} says. */
    @Benchmark
    public void fastTap() {
        fast.tap();
    }

    /** Ours, suite 2. */
    @Benchmark
    public void coldTapP256() {
        coldP256.tap();
    }

    /** Ours, suite 2, fast. */
    @Benchmark
    public void fastTapP256() {
        fastP256.tap();
    }

    /** The model of Home Key's and Aliro's standard phase. */
    @Benchmark
    public int modelStandard() {
        return standard.run();
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

    /** TLS 1.3 with client certificates by the JDK. */
    @Benchmark
    public boolean tlsJdkFull() throws SSLException {
        return jdkFull.exchange();
    }

    /** The same, resumed. */
    @Benchmark
    public boolean tlsJdkResumed() throws SSLException {
        return jdkResumed.exchange();
    }

    /** TLS 1.3 with client certificates by BoringSSL. */
    @Benchmark
    public boolean tlsBoringFull() throws SSLException {
        return boringFull.exchange();
    }

    /** The same, resumed. */
    @Benchmark
    public boolean tlsBoringResumed() throws SSLException {
        return boringResumed.exchange();
    }
}
