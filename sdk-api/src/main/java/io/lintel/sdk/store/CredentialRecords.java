package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Credentials and the statements that were signed for them. */
public interface CredentialRecords {

    /** Adds a credential. */
    void add(IssuedCredential credential);

    /** Replaces state, activation and removal of a credential that exists. */
    void update(IssuedCredential credential);

    /** One credential. */
    Optional<IssuedCredential> find(CustomerId customer, long serial);

    /** Credentials by serial, from the one after {@code after} on. */
    List<IssuedCredential> list(CustomerId customer, long after, int limit);

    /** A person's credentials by serial. */
    List<IssuedCredential> ofPerson(CustomerId customer, long person);

    /** Those credentials by serial, from the one after {@code after} on, whose revocation waits for its phone. */
    List<IssuedCredential> pendingRevocations(CustomerId customer, long after, int limit);

    /** How many live credentials a person has. */
    long liveOfPerson(CustomerId customer, long person);

    /** A device's newest credential. */
    Optional<IssuedCredential> newestOfDevice(CustomerId customer, long device);

    /** Forgets all of a credential but its serial, which stays among the revoked ones ({@code REV-10}). */
    void purge(CustomerId customer, long serial);

    /** Whether a credential in force has this access number: one that is not revoked, being revoked, lost or deleted. */
    boolean accessNumberTaken(CustomerId customer, long accessNumber);

    /** The highest access number ever given among those up to {@code limit}, 0 for none. */
    long highestAccessNumber(CustomerId customer, long limit);

    /** The lowest access number from 1 to {@code limit} that was never given; empty where all were. */
    Optional<Long> lowestUnusedAccessNumber(CustomerId customer, long limit);

    /** The serials from {@code from} on of all credentials that are revoked, being revoked, lost, deleted or forgotten, ascending. */
    List<Long> revokedSerials(CustomerId customer, long from);

    /** The lowest serial from {@code from} on of a credential that is none of these, and valid after {@code validAt}. */
    Optional<Long> lowestUsable(CustomerId customer, long from, Instant validAt);

    /** Adds a signed statement. */
    void addStatement(SignedCredential statement);

    /** The newest statement of a credential. */
    Optional<SignedCredential> newestStatement(CustomerId customer, long serial);

    /** One statement of a credential; empty where it never was or was dropped. */
    Optional<SignedCredential> statement(CustomerId customer, long serial, int number);

    /** Drops the statements of a credential before a number, but those whose lease ends after {@code leaseEnd}. */
    void dropStatementsBefore(CustomerId customer, long serial, int number, Instant leaseEnd);
}
