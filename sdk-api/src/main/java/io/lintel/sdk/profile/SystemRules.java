package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.pattern;
import static io.lintel.sdk.profile.Rules.present;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a site is paired with its reader-configuration project ({@code SYS-01}): forms, never values, of its id and key.
 *
 * @param idForm the regular expression of a system id; null where the product has none ({@code SYS-04})
 * @param keyForm the regular expression of a system key; null where the product has none ({@code SYS-07})
 * @param demo the public pair of demo sites; null where the product has none ({@code SYS-09})
 * @param secretDisplay what people see of a secret that was set ({@code C-32})
 * @param apps the apps to choose from ({@code SYS-12})
 */
public record SystemRules(
        @Nullable String idForm,
        @Nullable String keyForm,
        @Nullable Demo demo,
        SecretDisplay secretDisplay,
        List<MobileApp> apps) {

    /** The pair that every demo site has; both are public, so such a site is unsafe for live use. */
    public record Demo(String id, String key) {
        /** Refuses missing values. */
        public Demo {
            present(id, "id");
            present(key, "key");
        }
    }

    /** What people see of a secret; the secret itself they never see. */
    public enum SecretDisplay {
        /** A fingerprint, to compare with. */
        FINGERPRINT,
        /** Nothing but that there is one. */
        NOTHING
    }

    /** Refuses forms that are no regular expressions. */
    public SystemRules {
        pattern(idForm, "idForm");
        pattern(keyForm, "keyForm");
        present(secretDisplay, "secretDisplay");
        present(apps, "apps");
        apps = List.copyOf(apps);
    }

    /** The form of a system id, where the product has one. */
    public Optional<String> idPattern() {
        return Optional.ofNullable(idForm);
    }

    /** The form of a system key, where the product has one. */
    public Optional<String> keyPattern() {
        return Optional.ofNullable(keyForm);
    }

    /** The pair of demo sites, where the product has one. */
    public Optional<Demo> demoPair() {
        return Optional.ofNullable(demo);
    }
}
