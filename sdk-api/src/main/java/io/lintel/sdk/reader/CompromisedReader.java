package io.lintel.sdk.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;

/**
 * A reader whose keys somebody else may hold: phones no longer talk to it, and nothing that it signs counts.
 *
 * @param customer whose reader
 * @param reader its number
 * @param keyFingerprint the key that the revocation list names
 * @param certificateEnds when its certificate expires
 * @param keyEpoch the newest project key that it may hold
 * @param listEpoch the first revocation list that names it
 * @param reported when it was reported
 */
public record CompromisedReader(
        CustomerId customer,
        int reader,
        Bytes keyFingerprint,
        Instant certificateEnds,
        int keyEpoch,
        long listEpoch,
        Instant reported) {}
