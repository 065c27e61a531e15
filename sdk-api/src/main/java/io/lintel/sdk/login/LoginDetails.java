package io.lintel.sdk.login;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator sees of a login ({@code PWD-05}).
 *
 * @param login the login
 * @param passwordEnds when its password expires, if it does
 */
public record LoginDetails(AdminLogin login, Optional<Instant> passwordEnds) {}
