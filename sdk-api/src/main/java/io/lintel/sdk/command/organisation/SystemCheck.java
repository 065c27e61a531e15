package io.lintel.sdk.command.organisation;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.profile.MobileApp;
import io.lintel.sdk.profile.SystemRules;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for what pairs phones and readers: the profile knows the forms, the store who has which id. */
final class SystemCheck {

    private final FieldErrors errors;
    private final SystemRules rules;

    SystemCheck(FieldErrors errors, SystemRules rules) {
        this.errors = errors;
        this.rules = rules;
    }

    /**
     * Checks an entry.
     *
     * @param editing the customer whose entry is replaced, if there is one: it may keep its id
     */
    void check(UnitOfWork unit, SystemEntry entry, Optional<CustomerId> editing) {
        errors.checkName(Field.NAME, entry.name(), Site.MAX_NAME_SIZE_BYTES);
        if (entry.type() == SystemType.DEMO) {
            checkDemo(entry);
        } else {
            checkId(unit, entry.id(), editing);
            checkKey(entry.key());
        }
        checkApp(Field.ANDROID_APP, entry.androidApp(), MobileApp.Platform.ANDROID);
        checkApp(Field.IOS_APP, entry.iosApp(), MobileApp.Platform.IOS);
    }

    private void checkDemo(SystemEntry entry) {
        Optional<SystemRules.Demo> demo = rules.demoPair();
        if (demo.isEmpty()) {
            errors.add(Field.SYSTEM_TYPE, Problem.NOT_OFFERED, "this product has no demo; choose the full system");
            return;
        }
        if (!entry.id().isEmpty() && !entry.id().equalsIgnoreCase(demo.get().id())) {
            errors.add(Field.SYSTEM_ID, Problem.WRONG_FORM, "leave it out: every demo has the same");
        }
        boolean otherKey = entry.key()
                .map(key -> !key.look(text -> demo.get().key().contentEquals(text)))
                .orElse(false);
        if (otherKey) {
            errors.add(Field.SYSTEM_KEY, Problem.WRONG_FORM, "leave it out: every demo has the same");
        }
    }

    private void checkId(UnitOfWork unit, String id, Optional<CustomerId> editing) {
        if (rules.idPattern().isEmpty()) {
            if (!id.isEmpty()) {
                errors.add(Field.SYSTEM_ID, Problem.NOT_OFFERED, "leave it out: this product has none");
            }
        } else if (id.isEmpty()) {
            errors.add(Field.SYSTEM_ID, Problem.MISSING, "enter the id of the reader-configuration project");
        } else if (rules.demoPair()
                .filter(demo -> demo.id().equalsIgnoreCase(id))
                .isPresent()) {
            errors.add(Field.SYSTEM_ID, Problem.RESERVED, "take another: this one is public and kept for demos");
        } else if (!id.matches(rules.idPattern().get())) {
            errors.add(
                    Field.SYSTEM_ID,
                    Problem.WRONG_FORM,
                    "enter an id of the form " + rules.idPattern().get());
        } else if (unit.customers()
                .holderOfSystemId(id)
                .filter(holder -> !Optional.of(holder).equals(editing))
                .isPresent()) {
            errors.add(Field.SYSTEM_ID, Problem.TAKEN, "take another: a customer, perhaps a deleted one, has this one");
        }
    }

    private void checkKey(Optional<TypedSecret> key) {
        if (rules.keyPattern().isEmpty()) {
            if (key.isPresent()) {
                errors.add(Field.SYSTEM_KEY, Problem.NOT_OFFERED, "leave it out: this product has none");
            }
        } else if (key.isEmpty()) {
            errors.add(Field.SYSTEM_KEY, Problem.MISSING, "enter the key of the reader-configuration project");
        } else if (!matches(key.get(), rules.keyPattern().get())) {
            errors.add(
                    Field.SYSTEM_KEY,
                    Problem.WRONG_FORM,
                    "enter a key of the form " + rules.keyPattern().get());
        }
    }

    private static boolean matches(TypedSecret key, String form) {
        return key.look(text -> Pattern.matches(form, text));
    }

    private void checkApp(Field field, Optional<Integer> app, MobileApp.Platform platform) {
        if (app.isPresent()
                && rules.apps().stream()
                        .noneMatch(offered -> offered.number() == app.get() && offered.platform() == platform)) {
            errors.add(field, Problem.NOT_OFFERED, "choose one of the profile's apps for " + platform);
        }
    }
}
