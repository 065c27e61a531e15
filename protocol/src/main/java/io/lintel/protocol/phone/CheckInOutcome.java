package io.lintel.protocol.phone;

import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInRefusal;
import java.time.Duration;
import java.util.Optional;

/** How a check-in ended for the phone. What it brought is durable. */
public sealed interface CheckInOutcome {
    /**
     * The credential stays, with all that the manager sent.
     *
     * @param credential as it is now, its lease renewed where that was due
     * @param membership with the doors and the time of the next check-in
     * @param reported what the manager took of the statistics; see {@link UsageCounters#settle}
     */
    record Kept(HeldCredential credential, Membership membership, Optional<AppReport> reported)
            implements CheckInOutcome {}

    /** The credential was revoked and is off the phone. Check in once more, at once if possible: that confirms it. */
    record Deleted() implements CheckInOutcome {}

    /** The manager has the deletion on record; nothing of the credential is left on the phone. */
    record Forgotten() implements CheckInOutcome {}

    /** The phone's storage had been set back, and the manager took the request for an old one. Check in again. */
    record Overtaken() implements CheckInOutcome {}

    /**
     * The manager refused; everything is as it was, except that a credential which was deleted already is forgotten.
     *
     * @param reason why
     * @param retryAfter how long to wait; empty where waiting does not help
     */
    record Refused(CheckInRefusal reason, Optional<Duration> retryAfter) implements CheckInOutcome {}
}
