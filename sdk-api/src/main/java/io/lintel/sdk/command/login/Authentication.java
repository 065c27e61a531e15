package io.lintel.sdk.command.login;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.PasswordRule;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out who logs in: counts the attempt, then does the work of a password hash, whoever asks, then decides. The hash is
 * made outside of any unit of work, where it keeps nobody waiting.
 */
public final class Authentication {

    private final Environment environment;
    private final AttemptLimit limit;

    public Authentication(Environment environment) {
        this.environment = environment;
        this.limit = new AttemptLimit(environment.logins());
    }

    /** A login whose password was right, whether it has expired or not, with the hash of that password. */
    public record Proven(LoginOwner owner, long number, PasswordHash password, Optional<Instant> passwordEnds) {}

    private record Candidate(AdminLogin login, PasswordHash password, Optional<Instant> passwordEnds) {}

    /** At most one of the two is there; none where login or password are wrong. */
    private record Result(Optional<Proven> proven, Optional<Duration> retryAfter) {}

    /** The outcome as its caller sees it. */
    public LoginOutcome login(LoginAttempt attempt) {
        Result result = authenticate(attempt);
        if (result.retryAfter().isPresent()) {
            return new LoginOutcome.TooManyAttempts(result.retryAfter().get());
        }
        if (result.proven().isEmpty()) {
            return new LoginOutcome.Rejected();
        }
        Proven proven = result.proven().get();
        Optional<Instant> ends = proven.passwordEnds();
        if (ends.isPresent() && !environment.now().isBefore(ends.get())) {
            return new LoginOutcome.PasswordExpired(ends.get());
        }
        return new LoginOutcome.Admitted(proven.owner().principal(proven.number()), ends);
    }

    /** Whose password it is, also when it has expired; refuses everybody else. */
    public Proven prove(LoginAttempt attempt) {
        Result result = authenticate(attempt);
        result.retryAfter().ifPresent(wait -> {
            throw new ManagerException.Refused(
                    ErrorCode.TOO_MANY_ATTEMPTS, "there were too many attempts; try again later", wait);
        });
        return result.proven()
                .orElseThrow(() -> new ManagerException.Refused(
                        ErrorCode.LOGIN_REJECTED,
                        "there is no such login, or its password is another one; check both and try again"));
    }

    private Result authenticate(LoginAttempt attempt) {
        Optional<Duration> wait = wait(attempt);
        if (wait.isPresent()) {
            return new Result(Optional.empty(), wait);
        }
        Optional<Candidate> candidate = environment.store().read(unit -> candidate(unit, attempt));
        boolean right = matches(candidate, attempt.password());
        if (candidate.isEmpty() || !right) {
            return new Result(Optional.empty(), Optional.empty());
        }
        PasswordHash kept = succeeded(candidate.get(), attempt);
        AdminLogin login = candidate.get().login();
        Proven proven =
                new Proven(login.owner(), login.number(), kept, candidate.get().passwordEnds());
        return new Result(Optional.of(proven), Optional.empty());
    }

    /** Who has to wait learns it from a look: whoever floods the manager must not keep its writers busy. */
    private Optional<Duration> wait(LoginAttempt attempt) {
        return environment
                .store()
                .read(unit -> limit.waitOf(unit.attempts(), attempt, environment.now()))
                .or(() -> environment.store().write(unit -> limit.count(unit.attempts(), attempt, environment.now())));
    }

    /** Hashes a new password that meets the rule ({@code PWD-01}). */
    public PasswordHash hashGood(TypedSecret password) {
        Set<PasswordRule.Lack> lacks = PasswordRule.lacksOf(password);
        if (!lacks.isEmpty()) {
            throw new ManagerException.Refused(
                    ErrorCode.PASSWORD_TOO_WEAK,
                    "the password lacks " + lacks + "; take at least " + PasswordRule.MIN_CHARACTERS
                            + " characters with upper case, lower case, and a digit or special character");
        }
        return hash(password);
    }

    private PasswordHash hash(TypedSecret password) {
        return PasswordHash.of(password.octets(), environment.logins().work(), environment.random());
    }

    /** For somebody without a login the same work is done in vain: the answer must not come sooner. */
    private boolean matches(Optional<Candidate> candidate, TypedSecret typed) {
        if (candidate.isPresent()) {
            return candidate.get().password().matches(typed.octets());
        }
        hash(typed);
        return false;
    }

    /** Returns the hash that is kept of the password from now on. */
    private PasswordHash succeeded(Candidate candidate, LoginAttempt attempt) {
        boolean cheap =
                isCheap(candidate.password().parameters(), environment.logins().work());
        Optional<PasswordHash> fresh = cheap ? Optional.of(hash(attempt.password())) : Optional.empty();
        environment.store().write(unit -> {
            limit.succeeded(unit.attempts(), attempt);
            fresh.ifPresent(hash -> rehash(unit, candidate, hash));
            return true;
        });
        return fresh.orElse(candidate.password());
    }

    private static boolean isCheap(Argon2idParameters taken, Argon2idParameters wanted) {
        return taken.memoryKibibytes() < wanted.memoryKibibytes() || taken.iterations() < wanted.iterations();
    }

    /** Unless somebody changed or deleted it since it was read. */
    private static void rehash(UnitOfWork unit, Candidate candidate, PasswordHash hash) {
        AdminLogin login = candidate.login();
        boolean unchanged = unit.logins()
                .password(login.owner(), login.number())
                .map(PasswordHash::encoded)
                .filter(candidate.password().encoded()::equals)
                .isPresent();
        if (unchanged) {
            unit.logins().rehash(login.owner(), login.number(), hash);
        }
    }

    private Optional<Candidate> candidate(UnitOfWork unit, LoginAttempt attempt) {
        if (!EmailAddress.isValid(attempt.email())) {
            return Optional.empty();
        }
        return unit.logins()
                .findActive(EmailAddress.of(attempt.email()))
                .filter(login -> Owners.isOpen(unit, login.owner()))
                .flatMap(login -> unit.logins()
                        .password(login.owner(), login.number())
                        .map(password -> new Candidate(login, password, passwordEnds(unit, login))));
    }

    /**
     * Whether the login with this address, if there is one, has done this command: then a change of its password is repeated,
     * and the new password is the one that is right by now.
     */
    public boolean hasDone(CommandId id, LoginAttempt attempt) {
        return environment
                .store()
                .read(unit -> candidate(unit, attempt)
                        .filter(candidate -> unit.commands()
                                .find(candidate.login().owner().partition(), id)
                                .isPresent())
                        .isPresent());
    }

    /** When the password of a login expires, if it does ({@code PWD-05}). */
    public Optional<Instant> passwordEnds(UnitOfWork unit, AdminLogin login) {
        return Owners.passwordValidity(unit, environment.logins(), login.owner())
                .map(period -> Calendars.plus(login.passwordSet(), period));
    }
}
