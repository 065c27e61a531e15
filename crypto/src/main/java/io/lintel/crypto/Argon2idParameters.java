package io.lintel.crypto;

/**
 * How much work a password hash takes (RFC 9106 section 3.1), within bounds that keep a stored or foreign value from
 * exhausting the machine.
 *
 * @param memoryKibibytes 8 times the lanes to 1048576
 * @param iterations 1 to 100
 * @param lanes 1 to 16
 */
public record Argon2idParameters(int memoryKibibytes, int iterations, int lanes) {
    /** 19 MiB, 2 iterations, 1 lane: the OWASP Password Storage Cheat Sheet's recommendation for a server. */
    public static final Argon2idParameters RECOMMENDED = new Argon2idParameters(19456, 2, 1);

    private static final int MIN_MEMORY_PER_LANE = 8;
    private static final int MAX_MEMORY = 1 << 20;
    private static final int MAX_ITERATIONS = 100;
    private static final int MAX_LANES = 16;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a value is outside
     */
    public Argon2idParameters {
        boolean sane = lanes >= 1
                && lanes <= MAX_LANES
                && iterations >= 1
                && iterations <= MAX_ITERATIONS
                && memoryKibibytes >= MIN_MEMORY_PER_LANE * lanes
                && memoryKibibytes <= MAX_MEMORY;
        if (!sane) {
            throw new IllegalArgumentException("Argon2id with " + memoryKibibytes + " KiB, " + iterations
                    + " iterations and " + lanes + " lanes is outside the bounds");
        }
    }
}
