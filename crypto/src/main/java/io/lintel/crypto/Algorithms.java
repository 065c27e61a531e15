package io.lintel.crypto;

/** The check that a key belongs to the algorithm that is asked to use it. */
final class Algorithms {
    private Algorithms() {}

    static void requireSame(String wanted, String... given) {
        for (String algorithm : given) {
            if (!wanted.equals(algorithm)) {
                throw new IllegalArgumentException("a key of " + algorithm + " where " + wanted + " is needed");
            }
        }
    }
}
