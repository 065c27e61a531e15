package io.lintel.sdk.model;

import io.lintel.protocol.statement.Technology;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A credential as the manager keeps it, from its issue to its end.
 *
 * @param customer whose credential
 * @param serial 1, 2, 3, ... within the project; the revocation list names it
 * @param accessNumber what the panel gets
 * @param person the holder's number; {@link #NOBODY} where the phone registered itself ({@code USR-13})
 * @param device the number of the one device that carries it ({@code DEV-01})
 * @param terms what its statement says
 * @param state the stored state; {@link #stateAt} adds what follows from the clock
 * @param activation the number of its newest activation; {@link #NO_ACTIVATION} where the project's code activated it
 * @param activationEnds when that activation's code expires
 * @param issued when it was issued
 * @param keyName what the phone shows for it; empty for the site's key name ({@code DEV-04})
 * @param removal who took it back and when; empty while it is live
 */
public record IssuedCredential(
        CustomerId customer,
        long serial,
        long accessNumber,
        long person,
        long device,
        Terms terms,
        CredentialState state,
        long activation,
        Instant activationEnds,
        Instant issued,
        Optional<String> keyName,
        Optional<Removal> removal) {

    /** In place of a person's number: the holder is not known here. People are numbered from 1. */
    public static final long NOBODY = 0;

    /** In place of an activation's number: no code was made for this credential alone. */
    public static final long NO_ACTIVATION = 0;

    /** A credential that is live, under the site's key name. */
    public IssuedCredential(
            CustomerId customer,
            long serial,
            long accessNumber,
            long person,
            long device,
            Terms terms,
            CredentialState state,
            long activation,
            Instant activationEnds,
            Instant issued) {
        this(
                customer,
                serial,
                accessNumber,
                person,
                device,
                terms,
                state,
                activation,
                activationEnds,
                issued,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * How a credential was taken back ({@code REV-15}).
     *
     * @param by who did it
     * @param at when it was requested
     */
    public record Removal(RemovedBy by, Instant at) {}

    /**
     * What the signed statement says about where and when the credential opens.
     *
     * @param validFrom first instant
     * @param validUntil the first instant that is no longer valid; empty for unlimited ({@code DEV-06})
     * @param groups reader groups; empty for every reader
     * @param technology colour
     */
    public record Terms(Instant validFrom, Optional<Instant> validUntil, Set<Integer> groups, Technology technology) {
        /** Copies the groups, refuses a validity that ends before it starts. */
        public Terms {
            groups = Set.copyOf(groups);
            if (validUntil.isPresent() && validUntil.get().isBefore(validFrom)) {
                throw new IllegalArgumentException("the validity ends before it starts");
            }
        }

        /** Whether the validity is over at an instant. */
        public boolean hasEnded(Instant now) {
            return validUntil.isPresent() && !now.isBefore(validUntil.get());
        }
    }

    /** The state at an instant: a code that waits past its time has expired. */
    public CredentialState stateAt(Instant now) {
        boolean expired = state == CredentialState.AWAITING_ACTIVATION && !now.isBefore(activationEnds);
        return expired ? CredentialState.ACTIVATION_EXPIRED : state;
    }

    /** The same credential under a key name of its own. */
    public IssuedCredential named(Optional<String> name) {
        return new IssuedCredential(
                customer,
                serial,
                accessNumber,
                person,
                device,
                terms,
                state,
                activation,
                activationEnds,
                issued,
                name,
                removal);
    }

    /** The same credential in another state. */
    public IssuedCredential in(CredentialState next) {
        return new IssuedCredential(
                customer,
                serial,
                accessNumber,
                person,
                device,
                terms,
                next,
                activation,
                activationEnds,
                issued,
                keyName,
                removal);
    }

    /** The same credential, waiting for another code. */
    public IssuedCredential awaiting(long newActivation, Instant ends) {
        return new IssuedCredential(
                customer,
                serial,
                accessNumber,
                person,
                device,
                terms,
                CredentialState.AWAITING_ACTIVATION,
                newActivation,
                ends,
                issued,
                keyName,
                removal);
    }

    /** The same credential in another state, taken back; who did it first stays. */
    public IssuedCredential removed(CredentialState next, RemovedBy by, Instant at) {
        return new IssuedCredential(
                customer,
                serial,
                accessNumber,
                person,
                device,
                terms,
                next,
                activation,
                activationEnds,
                issued,
                keyName,
                removal.isPresent() ? removal : Optional.of(new Removal(by, at)));
    }
}
