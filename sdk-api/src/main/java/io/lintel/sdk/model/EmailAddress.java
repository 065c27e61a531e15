package io.lintel.sdk.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as somebody typed it. Two that differ in case alone are equal: nobody gives two people such addresses,
 * and a login must not be missed for a capital letter. Its {@code toString} is redacted: it is personal data.
 */
public final class EmailAddress {

    private static final int MAX_LENGTH = 200;
    private static final String FORM = "[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)*";

    private final String text;

    private EmailAddress(String text) {
        this.text = text;
    }

    /** Whether this has the form of an address; whether mail arrives there, only mail can tell. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && text.chars().noneMatch(Character::isISOControl) && text.matches(FORM);
    }

    /**
     * An address.
     *
     * @throws IllegalArgumentException if it has not the form of one
     */
    public static EmailAddress of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("an e-mail address looks like name@example.org");
        }
        return new EmailAddress(text);
    }

    /** The address, as it was typed. */
    public String text() {
        return text;
    }

    /** The form in which equal addresses are equal texts. */
    public String canonical() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress address && canonical().equals(address.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return "EmailAddress[redacted]";
    }
}
