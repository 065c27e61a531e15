package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.Ratchet;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a reader keeps of each ratchet (spec/protocol.md 5.2), by the place that its {@link ResumptionTable} gave it: the current step
 * and, until that one is used, the last, so that a lost answer costs nothing. A step has a number: twice the place, and one more where it is
 * the odd one. The two take turns in the same memory.
 *
 * <p>All of a ratchet stands side by side in an array of numbers, each of its steps within one line of a processor's cache where the JVM puts
 * large arrays at the begin of one: a tap at a reader with many phones waits for memory, and would wait again for each object. A
 * collector has nothing to do with any of it. Arrays that were made stay, whoever leaves. Plain data, guarded by its table.
 */
final class RatchetMemory {
    /** No step. */
    static final int NONE = -1;

    /** Numbers of a step: its hints, then its secret; eight of them are a line of 64 octets. */
    private static final int STEP = Ratchet.ATTEMPTS + Lengths.SECRET / Long.BYTES;

    /** Behind both steps: the lowest attempt of each that is still good. */
    private static final int FLOORS = 2 * STEP;

    private static final int CREATED_SECOND = FLOORS + 2;
    private static final int CREATED_NANO = CREATED_SECOND + 1;
    private static final int USES = CREATED_NANO + 1;
    private static final int IS_ODD = USES + 1;
    private static final int HAS_LAST = IS_ODD + 1;
    private static final int GENERATION = HAS_LAST + 1;
    private static final int SIZE = 3 * STEP;

    /** An array's own octets are two numbers; these many more, and its first element that counts begins a line where it does. */
    private static final int ALIGNED = 6;

    /** Places in the first array, a power of two; each further one has as many as all before, so that nothing is ever moved. */
    private static final int FIRST = 64;

    private static final int FIRST_BITS = Integer.numberOfTrailingZeros(FIRST);

    private final int places;
    private long[][] arrays = {};

    /** A secret on its way, zeros otherwise. */
    private final byte[] octets = new byte[Lengths.SECRET];

    private final ByteBuffer numbers = ByteBuffer.wrap(octets);

    /**
     * Makes room for nothing yet.
     *
     * @param places how many there may be
     */
    RatchetMemory(int places) {
        this.places = places;
    }

    /** Begins a ratchet with this secret as the even step, which stays the caller's. What was there is written over. */
    void begin(int place, CryptoSuite suite, SecretBytes first, Instant createdAt) {
        makeRoom(indexOf(place));
        begin(2 * place, suite, first);
        long[] array = array(place);
        int at = at(place);
        array[at + CREATED_SECOND] = createdAt.getEpochSecond();
        array[at + CREATED_NANO] = createdAt.getNano();
        array[at + USES] = 0;
        array[at + IS_ODD] = 0;
        array[at + HAS_LAST] = 0;
        array[at + GENERATION]++;
    }

    /** Ends a ratchet and forgets it; its place may be taken again. */
    void end(int place) {
        long[] array = array(place);
        int at = at(place);
        Arrays.fill(array, at, at + GENERATION, 0);
        array[at + GENERATION]++;
    }

    /** Returns what no two ratchets of one place have alike, nor what is left of one that has ended. */
    long generation(int place) {
        return array(place)[at(place) + GENERATION];
    }

    /** Goes on by a step, in place of the {@link #last} one. */
    void advance(int place, CryptoSuite suite, SecretBytes next) {
        long[] array = array(place);
        int at = at(place);
        begin(other(current(place)), suite, next);
        array[at + IS_ODD] ^= 1;
        array[at + HAS_LAST] = 1;
    }

    /** Returns the place of the ratchet that has this step. */
    static int placeOf(int step) {
        return step >> 1;
    }

    /** Returns the number of the step that takes turns with this one. */
    static int other(int step) {
        return step ^ 1;
    }

    /** Returns the number of the current step. */
    int current(int place) {
        return 2 * place + (int) array(place)[at(place) + IS_ODD];
    }

    /** Returns the number of the step before the current one; {@link #NONE} before the first tap. */
    int last(int place) {
        return array(place)[at(place) + HAS_LAST] == 0 ? NONE : other(current(place));
    }

    /** Returns whether less time than that has passed since it began. */
    boolean isYounger(int place, Duration age, Instant now) {
        long[] array = array(place);
        int at = at(place);
        return Elapsed.isWithin(age, array[at + CREATED_SECOND], (int) array[at + CREATED_NANO], now);
    }

    Instant createdAt(int place) {
        long[] array = array(place);
        int at = at(place);
        return Instant.ofEpochSecond(array[at + CREATED_SECOND], array[at + CREATED_NANO]);
    }

    /** Returns how often it was used. */
    int uses(int place) {
        return (int) array(place)[at(place) + USES];
    }

    /** Counts a use, and returns how many there are with it. */
    int use(int place) {
        return (int) ++array(place)[at(place) + USES];
    }

    /** Returns a copy of a step's secret, which the caller closes. */
    SecretBytes secret(int step) {
        long[] array = array(placeOf(step));
        int at = atStep(step) + Ratchet.ATTEMPTS;
        for (int i = 0; i < octets.length; i += Long.BYTES) {
            numbers.putLong(i, array[at + i / Long.BYTES]);
        }
        SecretBytes copy = SecretBytes.copyOf(octets);
        Arrays.fill(octets, (byte) 0);
        return copy;
    }

    /** Forgets a step's secret. */
    void erase(int step) {
        int at = atStep(step);
        Arrays.fill(array(placeOf(step)), at + Ratchet.ATTEMPTS, at + STEP, 0);
    }

    long hint(int step, int attempt) {
        return array(placeOf(step))[atStep(step) + attempt];
    }

    /** Returns the lowest attempt of a step that is good; all there are where none is. */
    int floor(int step) {
        return (int) array(placeOf(step))[at(placeOf(step)) + FLOORS + (step & 1)];
    }

    void raiseFloor(int step, int lowestGood) {
        array(placeOf(step))[at(placeOf(step)) + FLOORS + (step & 1)] = lowestGood;
    }

    /**
     * Returns which attempt a hint of this step is of; all there are for one that is not good. The hints are read without waiting for the
     * floor, which stands in another line.
     */
    int attempt(int step, long hint) {
        int attempt = 0;
        while (attempt < Ratchet.ATTEMPTS && (hint(step, attempt) != hint || attempt < floor(step))) {
            attempt++;
        }
        return attempt;
    }

    boolean isGood(int step, long hint) {
        return attempt(step, hint) < Ratchet.ATTEMPTS;
    }

    private void begin(int step, CryptoSuite suite, SecretBytes secret) {
        long[] array = array(placeOf(step));
        int at = atStep(step);
        for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
            array[at + attempt] = Ratchet.hintNumber(suite, secret, attempt);
        }
        raiseFloor(step, 0);
        secret.copyTo(octets);
        for (int i = 0; i < octets.length; i += Long.BYTES) {
            array[at + Ratchet.ATTEMPTS + i / Long.BYTES] = numbers.getLong(i);
        }
        Arrays.fill(octets, (byte) 0);
    }

    private long[] array(int place) {
        return arrays[indexOf(place)];
    }

    /** Returns where a ratchet begins in its array. */
    private static int at(int place) {
        return ALIGNED + SIZE * (place - firstOf(indexOf(place)));
    }

    private static int atStep(int step) {
        return at(placeOf(step)) + STEP * (step & 1);
    }

    private static int indexOf(int place) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(place >>> FIRST_BITS);
    }

    /** Returns the first place in an array. */
    private static int firstOf(int index) {
        return index == 0 ? 0 : FIRST << (index - 1);
    }

    private void makeRoom(int index) {
        if (index == arrays.length) {
            int first = firstOf(index);
            int room = Math.min(Math.max(FIRST, first), places - first);
            long[] made = new long[Math.addExact(ALIGNED, Math.multiplyExact(SIZE, room))];
            long[][] more = Arrays.copyOf(arrays, index + 1);
            more[index] = made;
            arrays = more;
        }
    }
}
