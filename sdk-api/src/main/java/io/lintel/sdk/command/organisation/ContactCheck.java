package io.lintel.sdk.command.organisation;

import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;

/** The rules for a contact ({@code ACC-17}, {@code ACC-20}). */
final class ContactCheck {

    private static final String PHONE = "\\+[0-9][0-9 ]{4,28}[0-9]";

    private ContactCheck() {}

    static void check(FieldErrors errors, Contact contact) {
        errors.checkText(Field.ADDRESS, contact.address());
        errors.checkText(Field.ZIP, contact.zip());
        errors.checkText(Field.CITY, contact.city());
        errors.checkText(Field.WEB, contact.web());
        if (contact.email().isBlank()) {
            errors.add(Field.EMAIL, Problem.MISSING, "enter an e-mail address");
        } else if (!EmailAddress.isValid(contact.email())) {
            errors.add(Field.EMAIL, Problem.WRONG_FORM, "enter an address like name@example.org");
        }
        if (!contact.phone().isEmpty() && !contact.phone().matches(PHONE)) {
            errors.add(Field.PHONE, Problem.WRONG_FORM, "enter a number with its country code, like +420 123 456 789");
        }
    }
}
