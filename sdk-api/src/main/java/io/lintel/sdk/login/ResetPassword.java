package io.lintel.sdk.login;

import io.lintel.sdk.model.TypedSecret;

/**
 * Asks for a new password in place of a forgotten one: without the old one ({@code ACC-30}, {@code PWD-04}). Whether a
 * repetition is the same request does not depend on the password.
 *
 * @param owner whose login
 * @param number which login
 * @param password the new password; stays the caller's to close
 */
public record ResetPassword(LoginOwner owner, long number, TypedSecret password) {}
