package io.lintel.sdk.model;

import java.time.Instant;

/**
 * One change, as the audit trail and the events that go out tell it: ids only, no personal data, no secrets.
 *
 * @param customer whose data changed
 * @param at when
 * @param actor who
 * @param kind what
 * @param subject which thing: a serial, a person's, device's or reader's number, an epoch
 * @param command the command that changed it; for a redemption, the phone's request
 */
public record Change(CustomerId customer, Instant at, Actor actor, Kind kind, String subject, CommandId command) {

    /** What changed. */
    public enum Kind {
        /** A site was created. */
        SITE_CREATED,
        /** A person was added. */
        PERSON_ADDED,
        /** A person's data were changed. */
        PERSON_CHANGED,
        /** A person was removed. */
        PERSON_REMOVED,
        /** A credential was issued. */
        CREDENTIAL_ISSUED,
        /** A new code replaced an old one. */
        ACTIVATION_RESENT,
        /** Somebody opened an activation link where that uses it up. */
        ACTIVATION_LINK_USED_UP,
        /** A phone redeemed a code. */
        CREDENTIAL_ACTIVATED,
        /** A credential was revoked. */
        CREDENTIAL_REVOKED,
        /** A credential was marked lost. */
        CREDENTIAL_LOST,
        /** A credential was removed from its person's record. */
        CREDENTIAL_DELETED,
        /** A credential that was taken back was issued again; the subject is the new serial. */
        CREDENTIAL_RESTORED,
        /** A device was removed. */
        DEVICE_REMOVED,
        /** The project's code for self-service was made. */
        PROJECT_CODE_OPENED,
        /** A reader was registered. */
        READER_ADDED,
        /** A reader got other details. */
        READER_CHANGED,
        /** The readers' project got another behaviour of doors or another card structure. */
        READER_PROJECT_EDITED,
        /** A reader was removed. */
        READER_REMOVED,
        /** Phones get the readers as they are registered; the subject is the revision. */
        READERS_PUBLISHED,
        /** A phone said that it has deleted a revoked credential. */
        REVOCATION_CONFIRMED,
        /** A reader said that it enforces another list, or has another configuration. */
        RECEIPT_RECEIVED,
        /** A reader enforces less than it had proven; the subject is the reader. */
        READER_SET_BACK,
        /** A reader has a newer list than the manager knows: the database was put back; the subject is the reader. */
        READER_AHEAD,
        /** The database was put back to an earlier state; the subject is the last list epoch that was left out. */
        STORE_RESTORED,
        /** Every reader is known again after that; the subject is the same. */
        READERS_REVIEWED,
        /** A revoked credential may open a door for longer than its site allows. */
        EXPOSURE_ALARM,
        /** A reader got its certificate. */
        READER_ENROLLED,
        /** The project key left the manager in a reader's configuration ({@code KEY-08}). */
        READER_CONFIGURATION_EXPORTED,
        /** A reader could not keep all that happened at its door until it told it; the subject is the reader. */
        ACCESS_EVENTS_LOST,
        /** A revocation list was signed. */
        LIST_PUBLISHED,
        /** From now on a site publishes lists for others than before; the subject says for whom. */
        LISTS_CHOSEN,
        /** The next keys were made; the subject names them: {@code project-2}, {@code issuing-2}. */
        KEY_ROTATION_BEGUN,
        /** Readers are configured with them from now on. */
        KEY_ROTATION_AT_READERS,
        /** Credentials and lists are signed with them from now on. */
        KEY_ROTATION_SIGNING,
        /** All before them are ended. */
        KEY_ROTATION_FINISHED,
        /** A reader was reported as compromised. */
        READER_COMPROMISED,
        /** A distributor bought credit. */
        CREDIT_PURCHASED,
        /** A distributor's purchase was undone, or a part of it. */
        PURCHASE_CORRECTED,
        /** A distributor took credit back. */
        CREDIT_TAKEN_BACK,
        /** A distributor passed credit on. */
        CREDIT_PASSED_ON,
        /** A distributor was created. */
        DISTRIBUTOR_CREATED,
        /** A customer's contact was edited. */
        CONTACT_EDITED,
        /** A customer's name, system id, system key or apps were edited. */
        SYSTEM_EDITED,
        /** What a customer's mobile keys have in common was edited. */
        KEY_SETTINGS_EDITED,
        /** From now on access numbers of a customer may repeat. */
        DUPLICATES_ALLOWED,
        /** From now on they may not. */
        DUPLICATES_REFUSED,
        /** A customer was taken out of service. */
        CUSTOMER_DELETED,
        /** A deleted customer was brought back. */
        CUSTOMER_RESTORED,
        /** A login was made. */
        LOGIN_CREATED,
        /** A login was ended for good. */
        LOGIN_DELETED,
        /** Somebody changed the own password. */
        PASSWORD_CHANGED,
        /** Somebody's password was replaced by another one's command. */
        PASSWORD_RESET,
        /** A person is told by another telephone. */
        TELEPHONE_CHANGED,
        /** A message to a person was given up. */
        NOTIFICATION_FAILED,
        /** Somebody asked for another try of a message. */
        NOTIFICATION_RETRIED,
        /** Events go to one more address. */
        SUBSCRIPTION_BEGUN,
        /** Events no longer go to an address. */
        SUBSCRIPTION_ENDED,
        /** Somebody asked for another try of an event that was given up. */
        DEAD_LETTER_REPLAYED,
        /** Statistics or crash reports were switched on or off. */
        SHARING_CHANGED,
        /** Somebody asked for support. */
        SUPPORT_REQUESTED,
        /** A reader is to open its door now. */
        DOOR_UNLOCK_REQUESTED
    }
}
