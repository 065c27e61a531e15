package io.lintel.sdk.login;

import io.lintel.sdk.model.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * The login of one administrator ({@code ACC-28}). A deleted one stays in the list for ever, cannot log in and cannot be
 * revived ({@code ACC-31}); a new login may have its e-mail address ({@code ACC-32}). The {@code toString} leaves the address
 * out: it is personal data.
 *
 * @param owner whose login
 * @param number 1, 2, 3, ... within the owner, never used again ({@code ACC-33})
 * @param email the login name, which never changes ({@code ACC-22})
 * @param created when it was made
 * @param passwordSet when its password was set last
 * @param deleted when it was deleted, if it was
 */
public record AdminLogin(
        LoginOwner owner,
        long number,
        EmailAddress email,
        Instant created,
        Instant passwordSet,
        Optional<Instant> deleted) {

    /** What the list shows as status. */
    public enum Status {
        /** It can log in. */
        ACTIVE,
        /** It cannot, and never will. */
        DELETED
    }

    /** The status. */
    public Status status() {
        return deleted.isPresent() ? Status.DELETED : Status.ACTIVE;
    }

    @Override
    public String toString() {
        return "AdminLogin[" + owner + " #" + number + ", " + status() + "]";
    }
}
