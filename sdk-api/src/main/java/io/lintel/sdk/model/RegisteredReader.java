package io.lintel.sdk.model;

import java.time.Instant;

/**
 * A reader that an administrator registered. It may have a certificate too: then there is an {@link EnrolledReader} of the
 * same number.
 *
 * @param customer whose reader
 * @param number 1, 2, 3, ... within the project
 * @param details what the administrator says about it
 * @param publication whether phones know that
 * @param revision the publication that brought it to phones last; 0 before the first
 * @param changed when the administrator said so
 */
public record RegisteredReader(
        CustomerId customer,
        int number,
        ReaderDetails details,
        Publication publication,
        long revision,
        Instant changed) {

    /** Whether phones know what is registered ({@code RDR-19}). */
    public enum Publication {
        /** The next publication changes what phones know of it. */
        PENDING,
        /** Phones get it as it is. */
        SYNCED
    }
}
