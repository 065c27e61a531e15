package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import java.util.List;
import java.util.Optional;

/** Credentials and the statements that were signed for them. */
public interface Credentials {

    /** Adds a credential. */
    void add(IssuedCredential credential);

    /** Replaces state and activation of a credential that exists. */
    void update(IssuedCredential credential);

    /** One credential. */
    Optional<IssuedCredential> find(CustomerId customer, long serial);

    /** Credentials by serial, from the one after {@code after} on. */
    List<IssuedCredential> list(CustomerId customer, long after, int limit);

    /** Whether a credential that is not deleted has this access number. */
    boolean accessNumberTaken(CustomerId customer, long accessNumber);

    /** The highest access number ever given, 0 for none. */
    long highestAccessNumber(CustomerId customer);

    /** The serials of all credentials that are revoked, being revoked or lost, ascending. */
    List<Long> revokedSerials(CustomerId customer);

    /** Adds a signed statement. */
    void addStatement(SignedCredential statement);

    /** The newest statement of a credential. */
    Optional<SignedCredential> newestStatement(CustomerId customer, long serial);
}
