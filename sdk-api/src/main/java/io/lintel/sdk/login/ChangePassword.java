package io.lintel.sdk.login;

import io.lintel.sdk.model.TypedSecret;

/**
 * Asks to change one's own password, which takes the current one, also when that has expired ({@code PWD-02}, {@code
 * PWD-03}).
 *
 * @param current the login as it is, which has to be right
 * @param replacement the new password; stays the caller's to close
 */
public record ChangePassword(LoginAttempt current, TypedSecret replacement) {}
