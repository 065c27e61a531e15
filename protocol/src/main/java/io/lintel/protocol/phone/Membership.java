package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.statement.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the phone keeps of a credential's dealings with its manager, from the activation on and beyond the credential's
 * deletion, until the manager has that on record ({@code spec/protocol.md}, "Check-in").
 *
 * @param project the credential's project
 * @param serial the credential's serial
 * @param manager whom to check in with
 * @param number the highest number of a request so far, 0 before the first
 * @param outstanding the request that waits for its answer
 * @param doors what the site published last, with its revision; empty before the first answer
 * @param reporting whether the site wants reports, as it said last
 * @param synchronised when the manager answered last ({@code DEV-13})
 * @param due when to check in next
 * @param deleted how the credential was deleted, if it was
 */
public record Membership(
        ProjectId project,
        long serial,
        ManagerContact manager,
        int number,
        Optional<Outstanding> outstanding,
        Optional<Doors> doors,
        Reporting reporting,
        Optional<Instant> synchronised,
        Instant due,
        Optional<Deleted> deleted) {

    /**
     * A request whose effect may have come about already, so that every repetition says the same.
     *
     * @param requestId 16 octets
     * @param holding what has become of the credential
     * @param report what the app counted, if it reported
     */
    public record Outstanding(Bytes requestId, Holding holding, Optional<AppReport> report) {}

    /**
     * A deletion that the manager does not know of yet.
     *
     * @param by why the credential was deleted; not {@link Holding#HELD}
     * @param signedRoot names the suite of the holder key
     * @param holderKey the credential's private key, for the confirmation alone; redacted in {@code toString}
     */
    public record Deleted(Holding by, Bytes signedRoot, SecretBytes holderKey) {}

    /** A credential that has not checked in yet; its first check-in is due at once. */
    static Membership begin(ProjectId project, long serial, ManagerContact manager, Instant now) {
        return new Membership(
                project,
                serial,
                manager,
                0,
                Optional.empty(),
                Optional.empty(),
                Reporting.NOT_WANTED,
                Optional.empty(),
                now,
                Optional.empty());
    }

    /** Returns the doors that the site published for this credential, for the app's list ({@code RDR-16}). */
    public List<Door> doorList() {
        return doors.map(Doors::all).orElse(List.of());
    }

    /** Returns whether a check-in is due. */
    public boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    Holding holding() {
        return deleted.map(Deleted::by).orElse(Holding.HELD);
    }

    /** Fixes a request above all earlier ones. */
    Membership asking(Outstanding request) {
        return with(number + 1, Optional.of(request), deleted);
    }

    /** Goes on above a number that the manager has seen, for the phone's storage was set back. */
    Membership above(int seen) {
        return with(Math.max(number, seen), Optional.empty(), deleted);
    }

    /** Is about a credential that is to be deleted. */
    Membership deleted(Deleted deletion) {
        return with(number, Optional.empty(), Optional.of(deletion));
    }

    /** Has been answered. */
    Membership answered(Optional<Doors> newDoors, Reporting wanted, Instant now, Instant next) {
        return new Membership(
                project,
                serial,
                manager,
                number,
                Optional.empty(),
                newDoors.or(() -> doors),
                wanted,
                Optional.of(now),
                next,
                deleted);
    }

    private Membership with(int newNumber, Optional<Outstanding> request, Optional<Deleted> deletion) {
        return new Membership(
                project, serial, manager, newNumber, request, doors, reporting, synchronised, due, deletion);
    }

    /** Names no credential. */
    @Override
    public String toString() {
        return "Membership[" + holding() + ", redacted]";
    }
}
