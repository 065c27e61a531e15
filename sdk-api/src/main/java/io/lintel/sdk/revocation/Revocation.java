package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * That a credential was revoked, and what has been shown since.
 *
 * @param customer whose credential
 * @param serial the credential
 * @param epoch the first list that names it
 * @param at when it was revoked
 * @param phone when its phone said that it has deleted it
 * @param proven what showed that it opens nothing any more, where the site's profile counts that
 * @param alarms the alarms that were raised for it
 */
public record Revocation(
        CustomerId customer,
        long serial,
        long epoch,
        Instant at,
        Optional<Instant> phone,
        Optional<Proven> proven,
        Set<Alarm> alarms) {

    /** Copies the set. */
    public Revocation {
        EnumSet<Alarm> copy = EnumSet.noneOf(Alarm.class);
        copy.addAll(alarms);
        alarms = Collections.unmodifiableSet(copy);
    }

    /**
     * A proof that counts.
     *
     * @param by what it is
     * @param at when it was complete
     */
    public record Proven(Proof by, Instant at) {}

    /** Why an exposure needs somebody's attention. */
    public enum Alarm {
        /** Nothing that is known ends it. */
        UNBOUNDED,
        /** It lasts longer than the site allows. */
        BEYOND_LIMIT,
        /** It was over by receipts, until a reader was set back. */
        REOPENED
    }

    /** One that nothing has been shown of. */
    public static Revocation of(CustomerId customer, long serial, long epoch, Instant at) {
        return new Revocation(customer, serial, epoch, at, Optional.empty(), Optional.empty(), Set.of());
    }

    /** The same, with the phone's word. The first time that it said so stays. */
    public Revocation saidByPhone(Instant when) {
        return new Revocation(customer, serial, epoch, at, Optional.of(phone.orElse(when)), proven, alarms);
    }

    /** The same, with nothing that proves it any more. */
    public Revocation reopened() {
        return new Revocation(customer, serial, epoch, at, phone, Optional.empty(), alarms).alarmed(Alarm.REOPENED);
    }

    /** The same, proven. The first proof stays. */
    public Revocation proven(Proof by, Instant when) {
        return new Revocation(
                customer, serial, epoch, at, phone, Optional.of(proven.orElse(new Proven(by, when))), alarms);
    }

    /** The same, with one more alarm. */
    public Revocation alarmed(Alarm alarm) {
        EnumSet<Alarm> more = EnumSet.of(alarm);
        more.addAll(alarms);
        return new Revocation(customer, serial, epoch, at, phone, proven, more);
    }
}
