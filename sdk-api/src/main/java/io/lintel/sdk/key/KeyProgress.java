package io.lintel.sdk.key;

import java.util.Optional;

/**
 * How far a rotation is.
 *
 * @param keys which keys
 * @param epochs where they stand
 * @param readers how many readers there are, those apart that were reported as compromised
 * @param phones how many credentials are on phones
 * @param stopping who would stop by the next step, or by a finish now where there is no next step
 */
public record KeyProgress(KeySet keys, KeyEpochs epochs, int readers, int phones, Stopping stopping) {

    /** Returns the step that comes next, or nothing where no rotation is under way. */
    public Optional<RotationStep> next() {
        return epochs.next();
    }
}
