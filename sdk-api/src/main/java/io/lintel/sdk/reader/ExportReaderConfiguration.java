package io.lintel.sdk.reader;

import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.model.CustomerId;
import java.util.Set;

/**
 * Asks for a reader's configuration. It carries the project key: every export is on the audit trail ({@code KEY-08}).
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param transports what the door accepts instead of the profile's transports; empty for the profile's
 */
public record ExportReaderConfiguration(CustomerId customer, int reader, Set<Transport> transports) {

    /** Copies the transports. */
    public ExportReaderConfiguration {
        transports = Set.copyOf(transports);
    }

    /** A configuration with the transports of the site's profile. */
    public static ExportReaderConfiguration of(CustomerId customer, int reader) {
        return new ExportReaderConfiguration(customer, reader, Set.of());
    }
}
