package io.lintel.transport.ble.proximity;

import java.util.Random;

/** How a signal differs from that of free space, dB. */
enum Noise {
    /** A line of sight: every signal fades by itself. */
    OPEN_SPACE(0, 2) {
        @Override
        double fading(Random random) {
            return 3 * random.nextGaussian();
        }
    },
    /** A corridor: walls and bodies shift each reader for a whole walk, and every signal fades. */
    CORRIDOR(2, 2) {
        @Override
        double fading(Random random) {
            return 4 * random.nextGaussian();
        }
    },
    /** No line of sight: the many paths of one signal add up or cancel (Rayleigh), deep fades included. */
    MANY_PATHS(2, 2.2) {
        @Override
        double fading(Random random) {
            return -10 * Math.log10(Math.max(1e-4, -Math.log(1 - random.nextDouble())));
        }
    },
    /** A full lobby: strong shadows, and one signal in twelve is off by far. */
    CROWD(3.5, 2.2) {
        @Override
        double fading(Random random) {
            return 4 * random.nextGaussian() + (random.nextInt(12) == 0 ? 14 * random.nextGaussian() : 0);
        }
    };

    private static final double DECIBELS_PER_DECADE = 10;

    private final double shadowing;
    private final double exponent;

    Noise(double shadowing, double exponent) {
        this.shadowing = shadowing;
        this.exponent = exponent;
    }

    /** What one signal loses beyond the mean; negative where it gains. */
    abstract double fading(Random random);

    /** What one reader loses for a whole walk. */
    double shadow(Random random) {
        return shadowing * random.nextGaussian();
    }

    double attenuation(double metres) {
        return exponent * DECIBELS_PER_DECADE * Math.log10(Math.max(0.1, metres));
    }
}
