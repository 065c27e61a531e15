package io.lintel.sdk.command.login;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.store.AttemptRecords;
import io.lintel.sdk.store.AttemptRecords.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Bounds guesses at passwords, per login and per source, in the store: all managers count together, and a restart forgets
 * nothing. An attempt counts before anybody looks at it, so that a thousand at once are no way around.
 */
final class AttemptLimit {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final LoginPolicy policy;

    AttemptLimit(LoginPolicy policy) {
        this.policy = policy;
    }

    /** Counts an attempt, unless there were too many: then returns how long to wait, and counts nothing. */
    Optional<Duration> count(AttemptRecords records, LoginAttempt attempt, Instant now) {
        records.forgetBefore(now.minus(policy.window()));
        Bytes login = login(attempt);
        Bytes source = source(attempt);
        Attempts ofLogin = records.find(login).orElse(new Attempts(now, 0));
        Attempts ofSource = records.find(source).orElse(new Attempts(now, 0));
        Duration wait = longer(wait(ofLogin, policy.perLogin(), now), wait(ofSource, policy.perSource(), now));
        if (!wait.isZero()) {
            return Optional.of(wait);
        }
        records.put(login, new Attempts(ofLogin.since(), ofLogin.count() + 1));
        records.put(source, new Attempts(ofSource.since(), ofSource.count() + 1));
        return Optional.empty();
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
