package io.lintel.sdk.organisation;

import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.TypedSecret;
import java.util.Optional;

/**
 * Asks for a new distributor, with the login that the operator hands over with the contract ({@code ACC-05}). Whether a
 * repetition is the same request does not depend on the password.
 *
 * @param name 1 to 200 characters
 * @param code 4 letters and digits that no other distributor has, in whatever case; may be empty ({@code SYS-04})
 * @param login the first login, if one is made now
 */
public record CreateDistributor(String name, Optional<String> code, Optional<FirstLogin> login) {

    /**
     * The first login of an organisation.
     *
     * @param email the login name
     * @param password the first password; stays the caller's to close
     */
    public record FirstLogin(EmailAddress email, TypedSecret password) {}
}
