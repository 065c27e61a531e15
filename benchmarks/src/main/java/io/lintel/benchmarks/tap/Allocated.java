package io.lintel.benchmarks.tap;

import java.util.Locale;

/** What a reader allocates for, and how many octets of it above the floor's {@code docs/benchmarks.md} aims at. */
enum Allocated {
    /** A fast tap. */
    FAST(2048, "fast tap"),
    /** A cold tap. */
    COLD(6144, "cold tap"),
    /** To ask again about a credential that was verified before, which has no floor. */
    CACHED(200, "a credential that was verified before");

    private final long aim;
    private final String words;

    Allocated(long aim, String words) {
        this.aim = aim;
        this.words = words;
    }

    long aim() {
        return aim;
    }

    String words() {
        return words;
    }

    /** Returns what a program is told, to do as {@link #named} reads it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Allocated named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
