package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.crypto.CryptoProvider;
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
 * A tap of a reader and a phone that know each other, and its floor. {@link TapBenchmark} runs it and prints ratios; alone it
 * runs as {@code org.openjdk.jmh.Main TapJmh}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else.
public class TapJmh {
    /** The suite. */
    @Param({"X25519", "P256"})
    public Suite suite;

    /** Whether taps are cold or fast. */
    @Param({"COLD", "FAST"})
    public TapPath path;

    /** The provider that goes before others wherever it has a primitive. */
    @Param({"CONSCRYPT", "ACCP", "BOUNCY_CASTLE", "JDK"})
    public CryptoProvider provider;

    private Door door;
    private Floor open;
    private Floor answer;
    private Floor decide;
    private Floor finish;

    /** Builds a door and its floor. */
    @Setup
    public void build() {
        SecureRandom random = new SecureRandom();
        Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), random);
        door = new Door(primitives.suite(suite), path, random);
        RawPrimitives raw = RawPrimitives.like(primitives, suite);
        open = floor(raw, Segment.OPEN);
        answer = floor(raw, Segment.ANSWER);
        decide = floor(raw, Segment.DECIDE);
        finish = floor(raw, Segment.FINISH);
    }

    private Floor floor(RawPrimitives raw, Segment segment) {
        return new Floor(raw, Plan.of(suite, path, segment));
    }

    /** A tap and its floor, one after the other, each part of both timed. */
    @Benchmark
    public int inTurns(Turns turns) {
        turns.tap(door);
        return timeFloor(turns);
    }

    private int timeFloor(Turns turns) {
        long begin = System.nanoTime();
        int sum = open.run();
        long opened = System.nanoTime();
        sum += answer.run();
        long answered = System.nanoTime();
        sum += decide.run();
        long decided = System.nanoTime();
        sum += finish.run();
        long finished = System.nanoTime();
        turns.floor(opened - begin, answered - opened, decided - answered, finished - decided);
        return sum;
    }

    /** A tap alone, for profilers. */
    @Benchmark
    public void tap() {
        door.tap();
    }

    /** Its floor alone, for profilers. */
    @Benchmark
    public int floor() {
        return open.run() + answer.run() + decide.run() + finish.run();
    }
}
