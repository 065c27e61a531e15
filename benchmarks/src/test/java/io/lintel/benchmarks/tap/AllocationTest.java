package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a reader allocates does not depend on how busy the machine is, so it gates. Compiled code allocates less than code that
 * is not compiled yet: the bound has to be kept once the code is warm.
 */
@Tag("long")
class AllocationTest {
    /** Where others kept the compilers waiting, the first test of a JVM was warm behind 100, and the next behind 10. */
    private static final int MAX_BATCHES = 240;

    private final SecureRandom random = new SecureRandom();
    private final ReaderAllocation reader = new ReaderAllocation(Primitives.select(random), random, MAX_BATCHES);

    @ParameterizedTest
    @CsvSource({"X25519, FAST, 2200", "P256, FAST, 2200", "X25519, COLD, 6144", "P256, COLD, 6730"})
    void readerAllocatesLittleMoreThanItsFloor(Suite suite, Allocated what, long bound) {
        long least = reader.of(suite, what, bound).above();
        assertTrue(least <= bound, () -> "the reader allocates " + least + " octets above its floor");
    }

    @ParameterizedTest
    @EnumSource
    void credentialThatWasVerifiedBeforeAllocatesNextToNothing(Suite suite) {
        long bound = Allocated.CACHED.aim();
        long least = reader.of(suite, Allocated.CACHED, bound).above();
        assertTrue(least <= bound, () -> "asking again allocates " + least + " octets");
    }
}
