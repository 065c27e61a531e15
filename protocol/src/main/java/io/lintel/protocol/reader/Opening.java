package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.noise.HandshakeState;
import io.lintel.protocol.reader.EphemeralPool.Ephemeral;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.OpenerKeys;
import java.time.Instant;

/**
 * What one opener was made of: enough to take the phone's message that answers it. One opener per channel.
 *
 * <p>The ephemeral goes back to the pool unless a DH has used it.
 */
final class Opening {
    final Transport transport;
    final Bytes opener;
    final OpenerKeys keys;
    final HandshakeState handshake;
    final Instant openedAt;
    final Ephemeral ephemeral;
    private boolean spent;

    Opening(
            Transport transport,
            Bytes opener,
            OpenerKeys keys,
            HandshakeState handshake,
            Ephemeral ephemeral,
            Instant openedAt) {
        this.transport = transport;
        this.opener = opener;
        this.keys = keys;
        this.handshake = handshake;
        this.ephemeral = ephemeral;
        this.openedAt = openedAt;
    }

    /** Marks the ephemeral as used by a DH: it is erased, never given back. */
    void spend() {
        spent = true;
    }

    void release(EphemeralPool pool, Instant now) {
        keys.close();
        handshake.close();
        if (spent) {
            ephemeral.erase();
        } else {
            pool.giveBack(ephemeral, now);
        }
    }
}
