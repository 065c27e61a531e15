package io.lintel.sdk.login;

import io.lintel.sdk.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What became of a {@link LoginAttempt}. */
public sealed interface LoginOutcome {

    /**
     * The password is right.
     *
     * @param principal on whose behalf the manager acts from now on
     * @param passwordEnds when the password expires, if it does ({@code PWD-05})
     */
    record Admitted(Principal principal, Optional<Instant> passwordEnds) implements LoginOutcome {}

    /**
     * The password is right and has expired: its owner has to change it first.
     *
     * @param since since when
     */
    record PasswordExpired(Instant since) implements LoginOutcome {}

    /**
     * There is no such login, it was deleted, its customer was, or the password is wrong: one answer, after the same work,
     * so that nobody learns which addresses have a login.
     */
    record Rejected() implements LoginOutcome {}

    /**
     * Too many attempts came from this source or for this login; this one was not looked at.
     *
     * @param retryAfter how long to wait
     */
    record TooManyAttempts(Duration retryAfter) implements LoginOutcome {}
}
