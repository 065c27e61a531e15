package io.lintel.sdk.sync;

import java.io.IOException;

/**
 * The people of a host system: a port for the vendor to implement, or a {@link CsvDirectory}.
 *
 * <p>A sync reads it twice and takes memory for a few hundred people at a time, so hand them out one by one. It has to hold the
 * same people in the same order both times; a sync notices a difference and changes nothing.
 */
@FunctionalInterface
public interface HostDirectory {

    /** The most people of one sync. */
    int MAX_PEOPLE = 1_000_000;

    /** Gets what a directory holds, in its order. */
    interface Visitor {

        /** A person, who stands on this line of a file or in this place of a list, from 1. */
        void person(long line, HostPerson person);

        /** Something that is wrong; the sentence quotes no value. */
        void problem(long line, String what);
    }

    /**
     * Hands out every person and everything that is wrong.
     *
     * @throws IOException if the people cannot be read to the end: nothing is changed then
     */
    void read(Visitor visitor) throws IOException;
}
