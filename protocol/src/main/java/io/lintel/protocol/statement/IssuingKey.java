package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * The root's permission for a key to sign statements of one purpose in one issuing epoch.
 *
 * @param project the project
 * @param purpose what the key may sign
 * @param epoch the issuing epoch, 1 to 65535
 * @param key the public key for signatures, 32 or 33 octets after the project's suite
 * @param issued from when on the key may sign; fractions of a second are cut off
 * @param expires from when on nothing that it signed is believed; after {@code issued}
 */
public record IssuingKey(ProjectId project, Purpose purpose, int epoch, Bytes key, Instant issued, Instant expires) {
    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public IssuingKey {
        Require.epoch(epoch, "issuing epoch");
        Require.keySize(key, "issuing key");
        issued = Require.wholeSeconds(issued, "issue time");
        expires = Require.wholeSeconds(expires, "expiry");
        Require.that(issued.isBefore(expires), "an issuing key must expire after it was issued");
    }
}
