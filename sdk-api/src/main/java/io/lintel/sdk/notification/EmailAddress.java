package io.lintel.sdk.notification;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail server takes: the common form of RFC 5321, without quoted local parts. What could end a
 * header line or begin another address is refused here, so that no header can be injected.
 *
 * @param value such as {@code ada@example.org}; at most 254 characters
 */
public record EmailAddress(String value) implements Recipient {

    private static final int MAX_LENGTH = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
    private static final int MAX_LOCAL_LENGTH = 64;

    /** Refuses what is not one address. */
    public EmailAddress {
        int at = value.lastIndexOf('@');
        boolean fits = at > 0
                && value.length() <= MAX_LENGTH
                && at <= MAX_LOCAL_LENGTH
                && LOCAL.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(ascii(value.substring(at + 1))).matches();
        if (!fits) {
            throw new IllegalArgumentException("this is not an e-mail address of the form name@domain");
        }
    }

    /** The domain in lower case, in the letters that the domain name system knows. */
    public String domain() {
        return ascii(value.substring(value.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
    }

    /** The address with its domain in the letters that mail servers know. */
    public String deliverable() {
        return value.substring(0, value.lastIndexOf('@') + 1) + domain();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[redacted]";
    }
}
