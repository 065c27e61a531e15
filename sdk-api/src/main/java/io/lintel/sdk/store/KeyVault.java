package io.lintel.sdk.store;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/**
 * The manager's private and symmetric keys, apart from all other tables so that they can move to a key service.
 *
 * <p>Nothing lists or exports them: a command asks for the one key that it works with and destroys its copy.
 */
public interface KeyVault {

    /** What a key is for. The names are stored; they never change. */
    enum KeyKind {
        /** The project's root signing key. */
        ROOT,
        /** Signs credentials. */
        CREDENTIAL_ISSUING,
        /** Signs reader certificates. */
        READER_ISSUING,
        /** Signs revocation lists. */
        LIST_ISSUING,
        /** Signs readers' configurations. */
        CONFIGURATION_ISSUING,
        /** The project encryption key of one key epoch ({@code KEY-01}). */
        PROJECT,
        /** What pairs the vendor's app and readers, as somebody entered it ({@code SYS-07}). */
        SYSTEM_KEY,
        /** Signs what phones show to the host system, and nothing else; the epoch is the project key's ({@code SSR-16}). */
        HAND_OFF,
        /** Activation codes are derived from it. */
        ACTIVATION_CODE,
        /** The manager's own static key, suite 1. */
        MANAGER_X25519,
        /** The manager's own static key, suite 2. */
        MANAGER_P256,
        /** Signs what is posted for one subscription to events; the epoch is the subscription's number. */
        WEBHOOK
    }

    /** Puts a key in; there must be none of this kind and epoch. The caller keeps and destroys its copy. */
    void put(CustomerId customer, KeyKind kind, int epoch, SecretBytes key);

    /** A copy of one key, for the caller to destroy. */
    Optional<SecretBytes> open(CustomerId customer, KeyKind kind, int epoch);

    /** Forgets one key, if there is one. */
    void remove(CustomerId customer, KeyKind kind, int epoch);
}
