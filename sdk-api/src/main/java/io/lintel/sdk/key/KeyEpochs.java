package io.lintel.sdk.key;

import java.util.Optional;

/**
 * Where the keys of a site stand. Between rotations all four are the same.
 *
 * @param newest whose keys phones are given, 1 to 65535
 * @param readers whose keys readers are told to use: the project key that they speak, the signer of their certificates and
 *     configurations
 * @param signing whose keys sign credentials and lists; for {@link KeySet#PROJECT} the same as {@code readers}
 * @param minimum the lowest that readers and phones still accept, by the revocation list
 */
public record KeyEpochs(int newest, int readers, int signing, int minimum) {

    /** The most epochs that are in use at once: a phone keeps no more project keys. */
    public static final int MAX_OVERLAP = 4;

    private static final int MAX_EPOCH = 0xffff;

    /** Refuses epochs that do not follow each other. */
    public KeyEpochs {
        boolean ascending = 1 <= minimum && minimum <= signing && signing <= readers && readers <= newest;
        if (!ascending || newest > MAX_EPOCH) {
            throw new IllegalArgumentException("epochs rise from the minimum to the newest, 1 to " + MAX_EPOCH);
        }
    }

    /** The epochs of keys that are not being rotated. */
    public static KeyEpochs settled(int epoch) {
        return new KeyEpochs(epoch, epoch, epoch, epoch);
    }

    /** Returns whether a rotation is under way. */
    public boolean isRotating() {
        return newest > minimum;
    }

    /** Returns the step that comes next, or nothing where no rotation is under way. */
    public Optional<RotationStep> next() {
        if (!isRotating()) {
            return Optional.empty();
        }
        if (readers < newest) {
            return Optional.of(RotationStep.READERS);
        }
        return Optional.of(signing < newest ? RotationStep.SIGN : RotationStep.FINISH);
    }

    /** Returns whether one more epoch fits beside those in use. */
    public boolean hasRoom() {
        return newest < MAX_EPOCH && newest - minimum + 1 < MAX_OVERLAP;
    }

    /** Returns these after a step. */
    public KeyEpochs after(KeySet keys, RotationStep step) {
        return switch (step) {
            case BEGIN -> new KeyEpochs(newest + 1, readers, signing, minimum);
            case READERS -> new KeyEpochs(newest, newest, keys == KeySet.PROJECT ? newest : signing, minimum);
            case SIGN -> new KeyEpochs(newest, readers, newest, minimum);
            case FINISH -> settled(newest);
        };
    }
}
