package io.lintel.sdk.login;

import io.lintel.sdk.model.TypedSecret;

/**
 * Somebody who wants to log in.
 *
 * @param email the login name as it was typed
 * @param password the password; stays the caller's to close
 * @param source where the attempt comes from, such as an address: attempts are limited per source; empty where nobody
 *     knows: all such attempts share one limit, 20 times as large
 */
public record LoginAttempt(String email, TypedSecret password, String source) {

    @Override
    public String toString() {
        return "LoginAttempt[redacted]";
    }
}
