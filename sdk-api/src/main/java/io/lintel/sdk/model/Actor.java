package io.lintel.sdk.model;

import java.util.Optional;

/**
 * Who acts, as the audit trail names it: a login, a job or the host system.
 *
 * @param name 1 to 200 characters, without control characters
 * @param workspace the customer in whose workspace a distributor's login acts ({@code ACC-41})
 */
public record Actor(String name, Optional<CustomerId> workspace) {

    /** The embedding host system itself, when it names nobody. */
    public static final Actor HOST = new Actor("host");

    /** A phone that redeems its activation. */
    public static final Actor PHONE = new Actor("phone");

    /** Somebody who acts in no workspace but its own. */
    public Actor(String name) {
        this(name, Optional.empty());
    }

    /** Refuses an empty or overlong name. */
    public Actor {
        Text.required(name, "the actor's name");
    }
}
