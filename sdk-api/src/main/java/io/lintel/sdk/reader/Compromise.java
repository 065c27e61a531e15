package io.lintel.sdk.reader;

import io.lintel.sdk.key.KeyEpochs;

/**
 * A compromised reader, and what is still open about it.
 *
 * @param reader the reader
 * @param project where the project key stands: the reader's ends when the minimum is above {@link
 *     CompromisedReader#keyEpoch()}
 * @param phones how many credentials are on phones
 * @param unwarned on how many of these phones no list that names the reader is known to be: they would still talk to it
 * @param exposedCredentials how many credentials there are whose signed statements the reader may hold, because it was given a
 *     directory or met their phones: they open no door without the phones' keys, and show access numbers and terms
 */
public record Compromise(
        CompromisedReader reader, KeyEpochs project, int phones, int unwarned, int exposedCredentials) {

    /** Returns whether the project key that the reader may hold is ended. */
    public boolean isKeyEnded() {
        return project.minimum() > reader.keyEpoch();
    }

    /** Returns whether nothing is left to be done. */
    public boolean isClosed() {
        return isKeyEnded() && unwarned == 0;
    }
}
