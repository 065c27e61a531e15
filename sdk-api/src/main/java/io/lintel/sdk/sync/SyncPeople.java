package io.lintel.sdk.sync;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks that a site's people are those of a host system ({@code USR-14}, {@code SYN-04}).
 *
 * <p>A person is the one with the same sync id; else the one with the same e-mail address; else a new one. A list with mistakes
 * changes nothing, and every mistake is named. The same list twice is the list once.
 *
 * @param customer whose people
 * @param directory the host system's list
 * @param absent what becomes of people whom an earlier sync brought and this list does not name; those whom somebody added by
 *     hand always stay
 * @param progress is told how far the sync is
 */
public record SyncPeople(CustomerId customer, HostDirectory directory, Absent absent, ImportProgress progress) {

    /** What becomes of people whom the list does not name. */
    public enum Absent {
        /** They stay. */
        KEEP,
        /** They are removed, and their credentials revoked. */
        REMOVE
    }

    /** A sync that removes nobody and that nobody watches. */
    public static SyncPeople of(CustomerId customer, HostDirectory directory) {
        return new SyncPeople(customer, directory, Absent.KEEP, ImportProgress.none());
    }
}
