package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;

/**
 * The manager that a credential checks in with.
 *
 * @param managerKey its static Diffie-Hellman key, from the activation link; 32 or 33 octets after the project's suite
 * @param address where it is, in whatever form the app's carrier takes: 1 to 255 characters
 */
public record ManagerContact(Bytes managerKey, String address) {
    private static final int MAX_ADDRESS_LENGTH = 255;

    /** Refuses an address out of bounds with {@link IllegalArgumentException}. */
    public ManagerContact {
        if (address.isEmpty() || address.length() > MAX_ADDRESS_LENGTH) {
            throw new IllegalArgumentException("a manager's address has 1 to " + MAX_ADDRESS_LENGTH + " characters");
        }
    }
}
