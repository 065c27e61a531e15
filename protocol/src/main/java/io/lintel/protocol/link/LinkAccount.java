package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Receipt.ListInForce;
import java.util.List;
import java.util.Optional;

/**
 * The port through which the link of one reader works on what the manager keeps of it. It may block. What it throws ends the
 * session; the reader then connects again, and whatever was not acknowledged comes again.
 */
public interface LinkAccount {
    /** Returns whether the reader is still in service, with the key that it has proven. */
    boolean isAdmitted();

    /** Takes note of how it stands with the reader. */
    void report(ReaderReport report);

    /**
     * Keeps events, each once, however often it comes.
     *
     * @return the highest number of the series up to which all is kept, durably, or known to be lost
     */
    long record(EventBatch batch);

    /** Takes a receipt, which the manager verifies. One that does not count changes nothing. */
    void receipt(Bytes signed);

    /** Takes note of what the reader has counted since it started, in the order of the closed list of counters. */
    void count(List<Long> counts);

    /** Returns the newest list for this reader if its epoch is higher; the same object to all readers that get it. */
    Optional<Item> listAfter(long epoch);

    /** Returns what leads from a list to the one that {@link #listAfter} returns; empty where the whole is smaller. */
    Optional<Item> deltaFrom(ListInForce base);

    /** Signs a configuration if the reader's is not what its site says now; the caller closes it. */
    Optional<Configuration> configurationAfter(long revision);

    /**
     * A list, or a delta to it.
     *
     * @param number the list's epoch
     * @param octets what is sent
     * @param hash SHA-256 of the octets
     */
    record Item(long number, Bytes octets, Bytes hash) {}

    /**
     * A configuration.
     *
     * @param revision its revision
     * @param artefact as {@code ReaderArtefact.encode()} returns it
     * @param hash SHA-256 of the artefact
     */
    record Configuration(long revision, SecretBytes artefact, Bytes hash) implements AutoCloseable {
        @Override
        public void close() {
            artefact.close();
        }
    }
}
