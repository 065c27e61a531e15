package io.lintel.sdk.model;

/**
 * Who acts, as the audit trail names it: a login, a job or the host system.
 *
 * @param name 1 to 200 characters, without control characters
 */
public record Actor(String name) {

    /** The embedding host system itself, when it names nobody. */
    public static final Actor HOST = new Actor("host");

    /** A phone that redeems its activation. */
    public static final Actor PHONE = new Actor("phone");

    /** Refuses an empty or overlong name. */
    public Actor {
        Text.required(name, "the actor's name");
    }
}
