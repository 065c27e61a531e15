package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.present;

import java.util.Set;

/**
 * What can be brought back ({@code C-17}). People and logins never can ({@code USR-09}, {@code ACC-31}).
 *
 * @param entities what can
 */
public record RestoreRules(Set<Restorable> entities) {

    /** What can be brought back. */
    public enum Restorable {
        /** A credential that was taken back, charged again ({@code CRD-14}). */
        CREDENTIAL,
        /** A customer that was deleted ({@code ACC-27}). */
        CUSTOMER
    }

    /** Copies the set. */
    public RestoreRules {
        present(entities, "entities");
        entities = ordered(entities, Restorable.class);
    }

    /** Whether this can be brought back. */
    public boolean restores(Restorable entity) {
        return entities.contains(entity);
    }
}
