package io.lintel.sdk.login;

import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.TypedSecret;

/**
 * Asks for a new login ({@code ACC-05}, {@code ACC-29}). Whether a repetition is the same request does not depend on the
 * password, of which nothing but its hash is kept.
 *
 * @param owner whose
 * @param email the login name; no other active login may have it
 * @param password the first password; stays the caller's to close
 */
public record CreateLogin(LoginOwner owner, EmailAddress email, TypedSecret password) {}
