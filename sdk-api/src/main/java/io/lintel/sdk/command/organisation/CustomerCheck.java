package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.credit.Balances;
import io.lintel.sdk.login.PasswordRule;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CustomerPreview;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.Optional;

/** Checks all four steps of a new customer at once; writes nothing. */
public final class CustomerCheck {

    private static final long MAX_TRANSFER = 1_000_000_000;

    private CustomerCheck() {}

    /** Step 4, the summary. */
    public static CustomerPreview preview(UnitOfWork unit, CreateCustomer request, Instant now) {
        Profile profile = request.foundation().profile();
        return new CustomerPreview(
                check(unit, request, now).list(),
                SystemPairing.settings(request.system(), profile.system(), Optional.empty()),
                request.password().map(password -> request.contact().email()),
                request.keys(),
                profile.credit().trialGrant(),
                Optional.of(request.transfer()).filter(credits -> credits != 0),
                available(unit, request));
    }

    static FieldErrors check(UnitOfWork unit, CreateCustomer request, Instant now) {
        Profile profile = request.foundation().profile();
        FieldErrors errors = new FieldErrors();
        new SystemCheck(errors, profile.system()).check(unit, request.system(), Optional.empty());
        ContactCheck.check(errors, request.contact());
        request.password().ifPresent(password -> checkLogin(errors, unit, request.contact(), password));
        KeyCheck.check(errors, request.keys(), profile.id(), now);
        checkTransfer(errors, unit, request);
        return errors;
    }

    private static void checkLogin(FieldErrors errors, UnitOfWork unit, Contact contact, TypedSecret password) {
        if (EmailAddress.isValid(contact.email())
                && unit.logins().findActive(EmailAddress.of(contact.email())).isPresent()) {
            errors.add(Field.EMAIL, Problem.TAKEN, "another login has this address; take another, or make no login");
        }
        if (!PasswordRule.lacksOf(password).isEmpty()) {
            errors.add(Field.PASSWORD, Problem.WRONG_FORM, "the password lacks " + PasswordRule.lacksOf(password));
        }
    }

    private static void checkTransfer(FieldErrors errors, UnitOfWork unit, CreateCustomer request) {
        if (request.transfer() < 0 || request.transfer() > MAX_TRANSFER) {
            errors.add(Field.TRANSFER, Problem.WRONG_FORM, "enter 0 to " + MAX_TRANSFER + " credits");
        } else if (request.transfer() > available(unit, request)) {
            errors.add(
                    Field.TRANSFER,
                    Problem.EXCEEDS_AVAILABLE,
                    "enter at most the " + available(unit, request) + " credits that are available");
        }
    }

    private static long available(UnitOfWork unit, CreateCustomer request) {
        return Balances.of(unit, request.distributor()).paid();
    }
}
