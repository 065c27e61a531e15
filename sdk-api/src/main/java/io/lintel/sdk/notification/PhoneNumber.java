package io.lintel.sdk.notification;

import java.util.regex.Pattern;

/**
 * A telephone number with its country code ({@code NTF-06}).
 *
 * @param value a plus sign and 7 to 15 digits (ITU-T E.164), such as {@code +420601234567}
 */
public record PhoneNumber(String value) implements Recipient {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern SEPARATORS = Pattern.compile("[ ()/.-]");

    /** Refuses a number without a country code. */
    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "this is not a telephone number with its country code, such as +420601234567");
        }
    }

    /** Reads a number as people write it: blanks, brackets, dots, dashes and slashes do not count. */
    public static PhoneNumber parse(String written) {
        return new PhoneNumber(SEPARATORS.matcher(written).replaceAll(""));
    }

    /** The digits, country code included. */
    public String digits() {
        return value.substring(1);
    }

    @Override
    public String toString() {
        return "PhoneNumber[redacted]";
    }
}
