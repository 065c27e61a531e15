package io.lintel.sdk.login;

/**
 * Asks to end a login for good ({@code ACC-31}).
 *
 * @param owner whose login
 * @param number which login
 */
public record DeleteLogin(LoginOwner owner, long number) {}
