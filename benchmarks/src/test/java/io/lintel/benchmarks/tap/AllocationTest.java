package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.floor.Floor;
import io.lintel.benchmarks.floor.RawPrimitives;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.TapPath;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a reader allocates does not depend on how busy the machine is, so it gates. Compiled code allocates less than code that
 * is not compiled yet: the bound has to be kept once the code is warm.
 */
class AllocationTest {
    private static final int BATCH = 500;

    /** Behind these the floor, which has no more than a few loops, allocates what it allocates for good. */
    private static final int MIN_BATCHES = 30;

    /** Where others kept the compilers waiting, the first test of a JVM was warm behind 100, and the next behind 10. */
    private static final int MAX_BATCHES = 240;

    private final SecureRandom random = new SecureRandom();
    private final Primitives primitives = Primitives.select(random);

    @ParameterizedTest
    @CsvSource({"X25519, FAST, 3330", "P256, FAST, 3330", "X25519, COLD, 6144", "P256, COLD, 7264"})
    void readerAllocatesLittleMoreThanItsFloor(Suite suite, TapPath path, long bound) {
        Door door = new Door(primitives.suite(suite), path, random);
        RawPrimitives raw = RawPrimitives.like(primitives, suite);
        Floor open = new Floor(raw, Plan.of(suite, path, Segment.OPEN));
        Floor decide = new Floor(raw, Plan.of(suite, path, Segment.DECIDE));
        Allocation ours = new Allocation();
        Allocation floors = new Allocation();

        long leastOurs = Long.MAX_VALUE;
        long leastFloor = Long.MAX_VALUE;
        for (int batch = 0; batch < MAX_BATCHES && (batch < MIN_BATCHES || leastOurs - leastFloor > bound); batch++) {
            for (int i = 0; i < BATCH; i++) {
                tap(door, ours);
                floors.begin();
                open.run();
                decide.run();
                floors.end();
            }
            leastOurs = Math.min(leastOurs, ours.perOperation(BATCH));
            leastFloor = Math.min(leastFloor, floors.perOperation(BATCH));
        }

        long least = leastOurs - leastFloor;
        assertTrue(least <= bound, () -> "the reader allocates " + least + " octets above its floor");
    }

    @ParameterizedTest
    @EnumSource
    void credentialThatWasVerifiedBeforeAllocatesNextToNothing(Suite suite) {
        CryptoSuite crypto = primitives.suite(suite);
        Site site = new Site(crypto, random);
        Signed<Credential> credential = site.credential(1, crypto.generateDhKeyPair());
        Allocation allocation = new Allocation();

        long least = leastOf(
                () -> {
                    allocation.begin();
                    for (int i = 0; i < BATCH; i++) {
                        assertTrue(site.trust().trusts(credential, Site.NOW));
                    }
                    allocation.end();
                    return allocation.perOperation(BATCH);
                },
                200);

        assertTrue(least <= 200, () -> "asking again allocates " + least + " octets");
    }

    private static void tap(Door door, Allocation reader) {
        reader.begin();
        Bytes opener = door.open();
        reader.end();
        Bytes message = door.answer(opener);
        reader.begin();
        Bytes answer = door.decide(message);
        reader.end();
        door.finish(answer);
    }

    /** Repeats until a batch keeps to the bound, or the code is as warm as it gets. */
    private static long leastOf(LongSupplier batch, long bound) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MAX_BATCHES && least > bound; i++) {
            least = Math.min(least, batch.getAsLong());
        }
        return least;
    }
}
