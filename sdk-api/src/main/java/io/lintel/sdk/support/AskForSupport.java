package io.lintel.sdk.support;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for help. Who asks is the principal: a holder of a credential, or an admin of the site.
 *
 * @param customer at whose site
 * @param text what the person wrote, 1 to {@value #MAX_LENGTH} characters; personal data
 */
public record AskForSupport(CustomerId customer, String text) {

    /** The most characters of a question. */
    public static final int MAX_LENGTH = 4000;

    /** Refuses an empty or overlong text. */
    public AskForSupport {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a support request has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "AskForSupport[" + customer + "]";
    }
}
