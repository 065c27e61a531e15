package io.lintel.connectors;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.notification.EmailAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach a mail server, and in whose name.
 *
 * @param host its DNS name or address
 * @param port 25, 465 or 587 as a rule
 * @param security how the connection is protected
 * @param login name and password, where the server wants them; only over a protected connection
 * @param sender the address that mails come from
 * @param senderName what mail programs show beside it, 1 to 100 characters; the mails are signed with it too
 * @param timeout the longest wait for each step: connecting, each answer, each write; 1 s to 5 min
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        EmailAddress sender,
        String senderName,
        Duration timeout) {

    /** The timeout that suits most servers. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);

    private static final int MAX_PORT = 65_535;
    private static final int MAX_NAME_LENGTH = 100;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How a connection is protected. The server's certificate and name are checked in both protected ways. */
    public enum Security {
        /** TLS from the first octet (RFC 8314, section 3.3): port 465 as a rule. */
        TLS,
        /** Plain at first, TLS before anything is sent (RFC 3207); a server that does not offer it gets nothing. */
        STARTTLS,
        /** None: for a mail server on the same machine or in a test. Codes travel readable. */
        NONE
    }

    /**
     * A name and a password.
     *
     * @param user the name
     * @param password UTF-8; stays the caller's to destroy, after the last message
     */
    public record Login(String user, SecretBytes password) {
        @Override
        public String toString() {
            return "Login[redacted]";
        }
    }

    /** Refuses values out of bounds, and a password that would travel readable. */
    public SmtpSettings {
        if (host.isBlank() || host.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            throw new IllegalArgumentException("the mail server's host is empty or holds a blank");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("the mail server's port must be 1 to " + MAX_PORT);
        }
        if (security == Security.NONE && login.isPresent()) {
            throw new IllegalArgumentException("a password must not travel without TLS; use TLS or STARTTLS");
        }
        boolean readable = senderName.chars().noneMatch(Character::isISOControl);
        if (senderName.isBlank() || senderName.length() > MAX_NAME_LENGTH || !readable) {
            throw new IllegalArgumentException(
                    "the sender's name must be 1 to " + MAX_NAME_LENGTH + " characters, none of them a control one");
        }
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the timeout must be 1 second to 5 minutes");
        }
    }
}
