package io.lintel.sdk.organisation;

/**
 * How to reach a customer ({@code ACC-20}), as somebody typed it; what is wrong with it comes back as {@link FieldError}s.
 * Its {@code toString} is redacted: it is personal data.
 *
 * @param address street and number, may be empty
 * @param zip may be empty
 * @param city may be empty
 * @param email has to be there when a contact is created or edited; changing it changes no login ({@code ACC-21})
 * @param phone with country code, may be empty
 * @param web may be empty
 */
public record Contact(String address, String zip, String city, String email, String phone, String web) {

    /** Nothing known. */
    public static final Contact NONE = ofEmail("");

    /** Nothing but the address for mail. */
    public static Contact ofEmail(String email) {
        return new Contact("", "", "", email, "", "");
    }

    @Override
    public String toString() {
        return "Contact[redacted]";
    }
}
