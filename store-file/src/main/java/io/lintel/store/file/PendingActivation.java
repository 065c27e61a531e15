package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;

/**
 * What a phone has to send again, unchanged, until an activation is answered.
 *
 * @param holder the key pair that the phone made for this credential
 * @param requestId 16 octets that name the request
 */
public record PendingActivation(DhKeyPair holder, Bytes requestId) implements AutoCloseable {

    /** Destroys the copy of the private key in memory. */
    @Override
    public void close() {
        holder.close();
    }
}
