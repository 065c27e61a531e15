package io.lintel.protocol.checkin;

import java.util.List;

/**
 * The doors that a credential's groups may pass, as its site published them last ({@code SYN-02}, {@code RDR-16}). They
 * take the place of all that the phone had.
 *
 * @param revision names these doors, 1 to 2^31 - 1: another number, other doors
 * @param all at most 200; unmodifiable. Readers that are not among them are met by {@code who}
 */
public record Doors(int revision, List<Door> all) {
    /** The most doors that one answer brings. */
    public static final int MAX_DOORS = 200;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public Doors {
        Bounds.within(revision, 1, Integer.MAX_VALUE, "readers' revision");
        all = List.copyOf(all);
        Bounds.that(all.size() <= MAX_DOORS, "an answer brings at most " + MAX_DOORS + " doors");
    }
}
