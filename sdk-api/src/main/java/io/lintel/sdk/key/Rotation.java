package io.lintel.sdk.key;

import io.lintel.sdk.model.CommandId;

/** What came of a step of a rotation. */
public sealed interface Rotation {

    /** Where the keys stand now. */
    KeyEpochs epochs();

    /** The step is taken, now or before. */
    record Taken(KeyEpochs epochs) implements Rotation {}

    /**
     * The step is not taken, because readers or phones would stop working with each other, more than were accepted.
     *
     * @param epochs where the keys stand
     * @param named names these readers and phones for {@link RotateKeys#accepting}
     * @param stopping which they are
     */
    record WouldStop(KeyEpochs epochs, CommandId named, Stopping stopping) implements Rotation {}
}
