package io.lintel.sdk.command.login;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.store.AttemptRecords;
import io.lintel.sdk.store.AttemptRecords.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Bounds guesses at passwords, per login and per source, in the store: all managers count together, and a restart forgets
 * nothing. An attempt counts before anybody looks at it, so that a thousand at once are no way around.
 */
final class AttemptLimit {

    /** How much more all callers together get whose source nobody tells: one of them shall not lock the others out. */
    private static final int SHARED_FACTOR = 20;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final LoginPolicy policy;

    AttemptLimit(LoginPolicy policy) {
        this.policy = policy;
    }

    /** How long an attempt has to wait, if it has to; counts nothing. */
    Optional<Duration> waitOf(AttemptRecords records, LoginAttempt attempt, Instant now) {
        Attempts ofLogin = known(records, login(attempt), now);
        Attempts ofSource = known(records, source(attempt), now);
        Duration wait = longer(wait(ofLogin, policy.perLogin(), now), wait(ofSource, perSource(attempt), now));
        return Optional.of(wait).filter(time -> !time.isZero());
    }

    /** Counts an attempt, unless there were too many: then returns how long to wait, and counts nothing. */
    Optional<Duration> count(AttemptRecords records, LoginAttempt attempt, Instant now) {
        records.forgetBefore(now.minus(policy.window()));
        Optional<Duration> wait = waitOf(records, attempt, now);
        if (wait.isEmpty()) {
            for (Bytes subject : List.of(login(attempt), source(attempt))) {
                Attempts before = known(records, subject, now);
                records.put(subject, new Attempts(before.since(), before.count() + 1));
            }
        }
        return wait;
    }

    private Attempts known(AttemptRecords records, Bytes subject, Instant now) {
        return records.find(subject)
                .filter(attempts -> !attempts.since().isBefore(now.minus(policy.window())))
                .orElse(new Attempts(now, 0));
    }

    private int perSource(LoginAttempt attempt) {
        return policy.perSource() * (attempt.source().isEmpty() ? SHARED_FACTOR : 1);
    }

    /** The right password: earlier wrong ones for this login no longer count, those from the source do. */
    void succeeded(AttemptRecords records, LoginAttempt attempt) {
        records.forget(login(attempt));
    }

    private Duration wait(Attempts attempts, int allowed, Instant now) {
        if (attempts.count() < allowed) {
            return Duration.ZERO;
        }
        return longer(SHORTEST_WAIT, Duration.between(now, attempts.since().plus(policy.window())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Bytes login(LoginAttempt attempt) {
        return RequestDigest.of("login")
                .with(attempt.email().toLowerCase(Locale.ROOT))
                .value();
    }

    private static Bytes source(LoginAttempt attempt) {
        return RequestDigest.of("source").with(attempt.source()).value();
    }
}
