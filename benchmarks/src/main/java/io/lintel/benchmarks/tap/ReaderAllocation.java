package io.lintel.benchmarks.tap;

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

/**
 * Octets that a reader allocates. They do not depend on how busy the machine is, but on how warm the code is: compiled code
 * allocates less. So each figure is the least of some batches.
 *
 * @param batches how many there are at most
 */
record ReaderAllocation(Primitives primitives, SecureRandom random, int batches) {
    private static final int BATCH = 500;

    /** Behind these the floor, which has no more than a few loops, allocates what it allocates for good. */
    private static final int MIN_BATCHES = 30;

    /**
     * Returns what the reader allocates for something.
     *
     * @param enough how little above the floor ends the batches
     */
    Octets of(Suite suite, Allocated what, long enough) {
        return switch (what) {
            case FAST -> tap(suite, TapPath.FAST, enough);
            case COLD -> tap(suite, TapPath.COLD, enough);
            case CACHED -> new Octets(cachedCredential(suite, enough), 0);
        };
    }

    private Octets tap(Suite suite, TapPath path, long enough) {
        Door door = new Door(primitives.suite(suite), path, random);
        RawPrimitives raw = RawPrimitives.like(primitives, suite);
        Floor open = new Floor(raw, Plan.of(suite, path, Segment.OPEN));
        Floor decide = new Floor(raw, Plan.of(suite, path, Segment.DECIDE));
        Allocation ours = new Allocation();
        Allocation floors = new Allocation();
        long leastOurs = Long.MAX_VALUE;
        long leastFloor = Long.MAX_VALUE;
        for (int batch = 0; batch < batches && (batch < MIN_BATCHES || leastOurs - leastFloor > enough); batch++) {
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
        return new Octets(leastOurs, leastFloor);
    }

    private long cachedCredential(Suite suite, long enough) {
        CryptoSuite crypto = primitives.suite(suite);
        Site site = new Site(crypto, random);
        Signed<Credential> credential = site.credential(1, crypto.generateDhKeyPair());
        Allocation allocation = new Allocation();
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < batches && least > enough; batch++) {
            boolean isTrusted = true;
            allocation.begin();
            for (int i = 0; i < BATCH; i++) {
                isTrusted &= site.trust().trusts(credential, Site.NOW);
            }
            allocation.end();
            if (!isTrusted) {
                throw new IllegalStateException("the site does not trust its own credential");
            }
            least = Math.min(least, allocation.perOperation(BATCH));
        }
        return least;
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
}
