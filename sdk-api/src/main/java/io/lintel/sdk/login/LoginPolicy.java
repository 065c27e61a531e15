package io.lintel.sdk.login;

import io.lintel.crypto.Argon2idParameters;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * How the operator guards logins. All managers on one store should have the same.
 *
 * @param work what a password hash takes; a login whose hash took less is hashed again when it logs in
 * @param perLogin attempts for one login within a window, 1 to 1,000; the right password resets the count
 * @param perSource attempts from one source within a window, 1 to 1,000,000; 20 times as many from all
 *     whose source nobody knows together
 * @param window how long attempts count, from the first one on; a second to a day
 * @param passwordValidity how long a password of the operator or a distributor is good, empty for ever; a customer's profile
 *     says it for the customer's logins ({@code PWD-05})
 */
public record LoginPolicy(
        Argon2idParameters work, int perLogin, int perSource, Duration window, Optional<Period> passwordValidity) {

    /** 10 attempts for one login and 100 from one source in a quarter of an hour; passwords that last. */
    public static final LoginPolicy RECOMMENDED =
            new LoginPolicy(Argon2idParameters.RECOMMENDED, 10, 100, Duration.ofMinutes(15), Optional.empty());

    /** Checks the bounds. */
    public LoginPolicy {
        if (perLogin < 1 || perLogin > 1000) {
            throw new IllegalArgumentException("attempts per login are 1 to 1000");
        }
        if (perSource < 1 || perSource > 1_000_000) {
            throw new IllegalArgumentException("attempts per source are 1 to 1000000");
        }
        if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("the window is a second to a day");
        }
    }
}
