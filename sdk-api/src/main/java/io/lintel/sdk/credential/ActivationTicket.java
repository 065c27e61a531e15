package io.lintel.sdk.credential;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import java.time.Instant;

/**
 * What a person needs to put a credential on a phone, once. Its {@code toString} leaves the code out.
 *
 * @param suite the site's suite
 * @param managerKey the manager's public static key
 * @param code what the phone redeems
 * @param expires when the code dies
 */
public record ActivationTicket(Suite suite, Bytes managerKey, ActivationCode code, Instant expires) {

    /** The link that the QR code carries, for a manager that phones reach at this host and port. */
    public ActivationLink link(String host, int port) {
        return new ActivationLink(suite, managerKey, code, host, port);
    }
}
