package io.lintel.sdk.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import java.util.Set;

/**
 * The newest configuration that was signed for a reader: what tells whether another is due.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param revision the configuration's
 * @param settings digest of what it says, but for list and directory
 * @param transports what was asked for, see {@link ExportReaderConfiguration#transports()}
 * @param directory what was asked for
 */
public record ToldReader(
        CustomerId customer,
        int reader,
        long revision,
        Bytes settings,
        Set<Transport> transports,
        ExportReaderConfiguration.Directory directory) {
    /** Copies the transports. */
    public ToldReader {
        transports = Set.copyOf(transports);
    }
}
