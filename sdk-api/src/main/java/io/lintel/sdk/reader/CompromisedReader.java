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
 * @param certificateEnds when its certificate expires, from when on the list need not name it
 * @param reported when it was reported
 */
public record CompromisedReader(
        CustomerId customer, int reader, Bytes keyFingerprint, Instant certificateEnds, Instant reported) {}
