package io.lintel.sdk.reader;

import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.model.CustomerId;
import java.util.Set;

/**
 * Asks for a reader's configuration. It carries the project key: every export is on the audit trail ({@code KEY-08}).
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param transports what the door accepts instead of the profile's transports; empty for the profile's
 * @param directory whether the reader is given the credentials that open it
 */
public record ExportReaderConfiguration(
        CustomerId customer, int reader, Set<Transport> transports, Directory directory) {

    /** Whether a reader is given the credentials that open it. */
    public enum Directory {
        /**
         * All active ones, so that a first visit takes fewer octets; none where there are more than {@value
         * ReaderContent#MAX_DIRECTORY}, because those left out would need a round trip more.
         */
        GIVEN,
        /** None: a lost reader tells nobody's access number. */
        NONE
    }

    /** Copies the transports. */
    public ExportReaderConfiguration {
        transports = Set.copyOf(transports);
    }

    /** A configuration with a directory. */
    public ExportReaderConfiguration(CustomerId customer, int reader, Set<Transport> transports) {
        this(customer, reader, transports, Directory.GIVEN);
    }

    /** A configuration with a directory and the transports of the site's profile. */
    public static ExportReaderConfiguration of(CustomerId customer, int reader) {
        return new ExportReaderConfiguration(customer, reader, Set.of());
    }
}
