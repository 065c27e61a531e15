package io.lintel.sdk.model;

/** The rows of the permission matrix (requirements, section 1), and those that it does not have. */
public enum Action {
    /** Create a distributor, and manage its logins. */
    CREATE_DISTRIBUTOR,
    /** See a distributor. */
    SEE_DISTRIBUTOR,
    /** Add credit that a distributor bought. */
    ADD_DISTRIBUTOR_CREDIT,
    /** Create, edit, delete and restore customers. */
    MANAGE_CUSTOMERS,
    /** Transfer credit to a customer or take it back. */
    MOVE_CREDIT,
    /** Edit the system id, the system key and the app. */
    EDIT_SYSTEM,
    /** Edit a customer's contact data. */
    EDIT_CONTACT,
    /** Edit key name, prefix, default validity and the global identification settings. */
    EDIT_KEY_SETTINGS,
    /** Allow duplicate access numbers. */
    ALLOW_DUPLICATES,
    /** Create and delete a customer's logins and set their passwords. */
    MANAGE_LOGINS,
    /** Change one's own password. */
    CHANGE_OWN_PASSWORD,
    /** Create people, devices and credentials, and change them. */
    MANAGE_CREDENTIALS,
    /** Add, import, sync and publish readers. */
    MANAGE_READERS,
    /** Put a credential on a phone. */
    ACTIVATE,
    /** Revoke or delete a credential. */
    DELETE_CREDENTIAL,
    /** See a book. */
    SEE_LEDGER,
    /** See a customer, its people, credentials and readers. */
    SEE_CUSTOMER,
    /** See the audit trail and the events that go out. */
    SEE_EVENTS,
    /** Manage webhooks and notifications. */
    MANAGE_EVENTS,
    /** Export a reader's configuration with the project key. */
    EXPORT_READER_SECRETS,
    /** Rotate keys, and report a reader as compromised. */
    ROTATE_KEYS,
    /** See which doors a person opened or tried to open, and when. */
    SEE_HISTORY,
    /** Publish a revocation list. */
    PUBLISH_LIST,
    /** Open a door from afar. */
    UNLOCK_REMOTELY,
    /** Switch statistics and support copies on and off, and see them. */
    MANAGE_STATISTICS,
    /** Send a support request. */
    ASK_FOR_SUPPORT
}
