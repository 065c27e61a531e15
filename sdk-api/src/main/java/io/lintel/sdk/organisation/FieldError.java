package io.lintel.sdk.organisation;

/**
 * What is wrong with one field of a form.
 *
 * @param field which
 * @param problem what, for programs
 * @param message what, for people, and what to do; without the value, which may be a secret or personal data
 */
public record FieldError(Field field, Problem problem, String message) {

    /** The fields of the four steps. */
    public enum Field {
        /** The customer's name. */
        NAME,
        /** The system type. */
        SYSTEM_TYPE,
        /** The system id. */
        SYSTEM_ID,
        /** The system key. */
        SYSTEM_KEY,
        /** The app for Android. */
        ANDROID_APP,
        /** The app for iOS. */
        IOS_APP,
        /** Street and number. */
        ADDRESS,
        /** Postal code. */
        ZIP,
        /** City. */
        CITY,
        /** The contact's e-mail address, which becomes the login's where one is made. */
        EMAIL,
        /** The phone number. */
        PHONE,
        /** The web address. */
        WEB,
        /** The first password. */
        PASSWORD,
        /** The key name. */
        KEY_NAME,
        /** The prefix. */
        PREFIX,
        /** The default validity. */
        DEFAULT_VALIDITY,
        /** The credit to transfer. */
        TRANSFER
    }

    /** What is wrong. */
    public enum Problem {
        /** It has to be there. */
        MISSING,
        /** It is too long. */
        TOO_LONG,
        /** It has not the form that it should have. */
        WRONG_FORM,
        /** Somebody else has it. */
        TAKEN,
        /** It is kept for demos. */
        RESERVED,
        /** The site's profile has no such thing. */
        NOT_OFFERED,
        /** It is more than there is. */
        EXCEEDS_AVAILABLE
    }
}
