package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that follows from a seed. Each actor splits off its own, so that one actor's draw does not change another's luck. For
 * one thread.
 */
final class Chance {
    private final SplittableRandom source;

    private Chance(SplittableRandom source) {
        this.source = source;
    }

    static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    /** Returns the chance of another actor. */
    Chance split() {
        return new Chance(source.split());
    }

    /** Returns whether something happens that does so with a probability. */
    boolean happens(double probability) {
        return source.nextDouble() < probability;
    }

    /** Returns a number from 0 to below a bound. */
    int below(int bound) {
        return source.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    /** Returns a time of whole milliseconds, evenly distributed. */
    Duration between(Duration least, Duration most) {
        return least.plusMillis(source.nextLong(most.minus(least).toMillis() + 1));
    }

    /** Returns the time until something that comes without memory. */
    Duration waiting(Duration mean) {
        return Duration.ofMillis((long) (-Math.log(1 - source.nextDouble()) * mean.toMillis()));
    }

    Bytes octets(int size) {
        byte[] octets = new byte[size];
        source.nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    /** Returns octets of which one bit is another. */
    Bytes altered(Bytes octets) {
        byte[] copy = octets.toByteArray();
        copy[below(copy.length)] ^= (byte) (1 << below(Byte.SIZE));
        return Bytes.copyOf(copy);
    }

    /** Returns a generator for keys that secure nothing: those of a site that does not exist. */
    SecureRandom forKeys() {
        return new ForKeys(source.split());
    }

    private static final class ForKeys extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient SplittableRandom source;

        ForKeys(SplittableRandom source) {
            super(null, null);
            this.source = source;
        }

        @Override
        public synchronized void nextBytes(byte[] octets) {
            source.nextBytes(octets);
        }

        @Override
        public String toString() {
            return "ForKeys";
        }
    }
}
