package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

/**
 * The policy values that make the one model behave like one product (requirements 25): data, read from JSON.
 *
 * <p>A site keeps the profile that it was created with, so that a later edit of a file never changes a running site.
 *
 * @param schema version of this shape, 1
 * @param name names the profile to people; no rule depends on it
 * @param version counts the profile's editions, from 1
 * @param person rules for people
 * @param id rules for access numbers
 * @param activation rules for activation codes
 * @param credential rules for what is signed
 * @param credit rules for charging
 * @param readers rules that readers enforce
 * @param keys validity of issuing keys
 * @param notifications what people are sent
 * @param remoteUnlock whether and how often a door opens from afar
 */
public record Profile(
        int schema,
        String name,
        int version,
        PersonRules person,
        IdRules id,
        ActivationRules activation,
        CredentialRules credential,
        CreditRules credit,
        ReaderRules readers,
        KeyRules keys,
        NotificationRules notifications,
        RemoteUnlockRules remoteUnlock) {

    /** The version of this shape. */
    public static final int SCHEMA = 1;

    /** Refuses another schema and missing parts. */
    public Profile {
        within(schema, SCHEMA, SCHEMA, "schema");
        present(name, "name");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name is 1 to 40 lower-case letters, digits and dashes");
        }
        within(version, 1, Integer.MAX_VALUE, "version");
        present(person, "person");
        present(id, "id");
        present(activation, "activation");
        present(credential, "credential");
        present(credit, "credit");
        present(readers, "readers");
        present(keys, "keys");
        present(notifications, "notifications");
        present(remoteUnlock, "remoteUnlock");
    }
}
