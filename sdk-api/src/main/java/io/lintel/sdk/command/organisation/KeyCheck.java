package io.lintel.sdk.command.organisation;

import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.profile.IdRules;
import java.time.Instant;
import java.util.Optional;

/** The rules for what mobile keys have in common. */
final class KeyCheck {

    private KeyCheck() {}

    static void check(FieldErrors errors, KeyEntry entry, IdRules rules, Instant now) {
        errors.checkName(Field.KEY_NAME, entry.keyName(), CustomerSettings.MAX_KEY_NAME_SIZE_BYTES);
        checkPrefix(errors, entry.prefix(), rules);
        if (entry.defaultValidUntil().isPresent()
                && !entry.defaultValidUntil().get().isAfter(now)) {
            errors.add(Field.DEFAULT_VALIDITY, Problem.WRONG_FORM, "choose a day in the future, or unlimited");
        }
    }

    private static void checkPrefix(FieldErrors errors, String prefix, IdRules rules) {
        if (prefix.isEmpty()) {
            return;
        }
        Optional<IdRules.PrefixLength> length = rules.prefixLength();
        if (length.isEmpty()) {
            errors.add(Field.PREFIX, Problem.NOT_OFFERED, "leave it out: this product has none");
        } else if (!prefix.matches(
                "[0-9]{" + length.get().atLeast() + "," + length.get().atMost() + "}")) {
            errors.add(
                    Field.PREFIX,
                    Problem.WRONG_FORM,
                    "enter " + length.get().atLeast() + " to " + length.get().atMost() + " digits");
        }
    }

    /** What a checked entry says; the switch for duplicates is not in it. */
    static CustomerSettings settings(KeyEntry entry, DuplicateNumbers duplicates) {
        return new CustomerSettings(
                entry.keyName(),
                Optional.of(entry.prefix()).filter(prefix -> !prefix.isEmpty()),
                entry.defaultValidUntil(),
                duplicates,
                entry.identification());
    }
}
