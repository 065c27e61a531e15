package io.lintel.sdk.model;

/** The stable codes of {@link ManagerException}: programs compare these, people read the message. */
public enum ErrorCode {
    /** The request is refused as it stands: a value is missing, out of bounds or not a key. */
    INVALID_REQUEST,
    /** The thing that the request names does not exist for this customer. */
    NOT_FOUND,
    /** The principal's role does not include this, or what it names is not within its reach. */
    PERMISSION_DENIED,
    /** The command id was used before with another request. */
    COMMAND_CONFLICT,
    /** The account does not hold the credits that the command costs. */
    INSUFFICIENT_CREDIT,
    /** What a credential cost was given back, or is lost, already. */
    CHARGE_ENDED,
    /** Another credential in force has this access number, and the site does not allow duplicates ({@code DEV-09}). */
    DUPLICATE_ACCESS_NUMBER,
    /** A reader with one of these keys is enrolled already. */
    DUPLICATE_READER,
    /** The customer was deleted: it has to be restored first. */
    CUSTOMER_DELETED,
    /** Another login that is not deleted has this e-mail address. */
    DUPLICATE_LOGIN,
    /** The login's current password is wrong, or there is no such login. */
    LOGIN_REJECTED,
    /** Too many attempts to log in; the error says when to try again. */
    TOO_MANY_ATTEMPTS,
    /** The password does not meet the rule ({@code PWD-01}). */
    PASSWORD_TOO_WEAK,
    /** None of the readers that the credential is for has its technology ({@code TEC-04}). */
    TECHNOLOGY_MISMATCH,
    /** People do not come into this site in this way: its profile names the ways ({@code SSR-05}). */
    ENROLMENT_NOT_OFFERED,
    /** A file or list has mistakes; the failure names every bad line. */
    FILE_INVALID,
    /** A file cannot be read, is too long, or changed while it was read. */
    FILE_UNREADABLE,
    /** The thing's state does not allow the command. */
    ILLEGAL_TRANSITION,
    /** The command has a consequence that cannot be undone: confirm it in the request ({@code REV-09}). */
    CONFIRMATION_REQUIRED,
    /** The person holds as many credentials as the profile allows ({@code C-30}). */
    TOO_MANY_CREDENTIALS,
    /** The person was removed, which is final ({@code USR-09}). */
    PERSON_REMOVED,
    /** The reader was reported as compromised: it gets nothing any more. */
    READER_COMPROMISED,
    /** The signature over a reader's keys is not by the key that it names. */
    POSSESSION_NOT_PROVEN,
    /** The activation request does not open: it gets no answer. */
    ACTIVATION_NOT_AUTHENTIC,
    /** The same thing was done a moment ago; it can be done again after the time that the error names ({@code RUL-04}). */
    COOLING_DOWN,
    /** The site's profile does not have this function. */
    NOT_OFFERED,
    /** The check-in does not open: it gets no answer. */
    CHECK_IN_NOT_AUTHENTIC,
    /** There were too many requests lately; trying again later helps. */
    RATE_LIMITED,
    /** The profile's text is not a valid profile; the message names line and field. */
    PROFILE_INVALID,
    /** There is no profile of this name. */
    PROFILE_UNKNOWN,
    /** Others hold the store, or it cannot be reached; trying again helps. */
    STORE_BUSY,
    /** There is no such database. */
    STORE_NOT_FOUND,
    /** The database is not Lintel's, or is damaged. */
    STORE_NOT_LINTEL,
    /** The database was written by a newer Lintel. */
    STORE_TOO_NEW,
    /** The database cannot be written. */
    STORE_READ_ONLY,
    /** The database cannot promise that what was confirmed survives a crash. */
    STORE_NOT_DURABLE,
    /** The store failed in a way that it does not explain. */
    STORE_FAILED
}
