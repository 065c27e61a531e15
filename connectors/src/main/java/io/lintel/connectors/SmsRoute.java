package io.lintel.connectors;

import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.PhoneNumber;
import java.util.Locale;

/**
 * One carrier's way from mail to text messages ({@code NTF-07}). A carrier may charge for it.
 *
 * @param carrier the carrier's name, for people
 * @param prefix which numbers go this way: a plus sign and the first digits, such as {@code +1}
 * @param domain what stands behind the at sign, such as {@code sms.example.net}
 * @param form how the carrier wants the number in front of it
 */
public record SmsRoute(String carrier, String prefix, String domain, NumberForm form) {

    /** How a number is written. */
    public enum NumberForm {
        /** With country code: all digits. */
        INTERNATIONAL,
        /** Without the digits of the prefix, such as the ten digits of a North American number. */
        NATIONAL
    }

    /** Refuses a prefix or domain that cannot be one. */
    public SmsRoute {
        if (!prefix.matches("\\+[0-9]{1,14}")) {
            throw new IllegalArgumentException("the prefix must be a plus sign and 1 to 14 digits");
        }
        domain = new EmailAddress("0@" + domain).domain();
    }

    boolean carries(PhoneNumber number) {
        return number.value().startsWith(prefix);
    }

    /** Whether somebody typed the gateway's address instead of a telephone number. */
    boolean isDomainOf(EmailAddress address) {
        return address.domain().equals(domain.toLowerCase(Locale.ROOT));
    }

    EmailAddress address(PhoneNumber number) {
        String digits = form == NumberForm.INTERNATIONAL
                ? number.digits()
                : number.value().substring(prefix.length());
        return new EmailAddress(digits + "@" + domain);
    }
}
