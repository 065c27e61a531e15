package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.ImportProgress;

/**
 * Asks that readers are registered as a file says ({@code RDR-13}, {@code RDR-18}).
 *
 * <p>An entry is the reader with its id; else the one with its MAC address; else the one with its fingerprint; else it is new.
 * What the entry says replaces what is registered, and what it leaves out stays. Readers that the file does not mention stay as
 * they are. A file with mistakes changes nothing, and every mistake is named. Phones know the result after a publication.
 *
 * @param customer whose readers
 * @param file the file, in the form of {@link ReaderFile}
 * @param progress is told how far the import is
 */
public record ImportReaders(CustomerId customer, ImportFile file, ImportProgress progress) {

    /** An import that nobody watches. */
    public static ImportReaders of(CustomerId customer, ImportFile file) {
        return new ImportReaders(customer, file, ImportProgress.none());
    }
}
