package io.lintel.sdk.store;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Logins of administrators, with the hashes of their passwords. */
public interface LoginRecords {

    /** Adds a login under the number that {@link #nextNumber} gave. */
    void add(AdminLogin login, PasswordHash password);

    /** One more than the highest number of the owner's logins, deleted ones included. */
    long nextNumber(LoginOwner owner);

    /** One login, deleted or not. */
    Optional<AdminLogin> find(LoginOwner owner, long number);

    /** The login with this address that is not deleted. */
    Optional<AdminLogin> findActive(EmailAddress email);

    /** The owner's logins by number, deleted ones included, from the one after {@code after} on. */
    List<AdminLogin> list(LoginOwner owner, long after, int limit);

    /** The hash of a login's password; none where the login was deleted. */
    Optional<PasswordHash> password(LoginOwner owner, long number);

    /** Replaces the password of a login that is not deleted. */
    void setPassword(LoginOwner owner, long number, PasswordHash password, Instant at);

    /** Replaces the hash of the password that a login has, whatever work it took before. */
    void rehash(LoginOwner owner, long number, PasswordHash password);

    /** Deletes a login: its row stays, its hash does not. */
    void delete(LoginOwner owner, long number, Instant at);
}
