package io.lintel.sdk.site;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What all people of a site with self-service get to activate their phones: one code for any number of phones, each of which
 * gets a credential of its own ({@code SSR-04}, {@code ACT-16}). Handing it out is meant; {@code toString} leaves the code out
 * all the same.
 *
 * @param customer whose project
 * @param number 1, 2, 3, ... counts the project's codes
 * @param suite the site's suite
 * @param managerKey the manager's public static key
 * @param code what phones redeem
 * @param opened when the code was made
 * @param expires when it dies; empty for never
 * @param usesLeft how many phones may still redeem it; empty for any number
 */
public record ProjectActivation(
        CustomerId customer,
        long number,
        Suite suite,
        Bytes managerKey,
        ActivationCode code,
        Instant opened,
        Optional<Instant> expires,
        OptionalLong usesLeft) {

    /** The link that the project's QR code carries, for a manager that phones reach at this host and port. */
    public ActivationLink link(String host, int port) {
        return new ActivationLink(suite, managerKey, code, host, port);
    }
}
