package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.security.SecureRandom;

/**
 * Names one command, so that it can be repeated: the caller makes it, 128 random bits, before the first attempt.
 *
 * <p>The same id with the same request returns the first result again and changes nothing. The same id with another
 * request is refused with {@link ErrorCode#COMMAND_CONFLICT}.
 *
 * <p>An id counts within one customer. Two customers may use the same one, for two commands that have nothing to do with
 * each other. What belongs to no customer yet, the creation of sites and a distributor's purchases, counts as the
 * operator's, {@link CustomerId#OPERATOR}.
 *
 * @param value 16 octets
 */
public record CommandId(Bytes value) {

    private static final int SIZE_BYTES = 16;

    /** Refuses anything but 16 octets. */
    public CommandId {
        if (value.size() != SIZE_BYTES) {
            throw new IllegalArgumentException("a command id has 16 octets, not " + value.size());
        }
    }

    /** Draws a new id. */
    public static CommandId random(SecureRandom random) {
        byte[] octets = new byte[SIZE_BYTES];
        random.nextBytes(octets);
        return new CommandId(Bytes.copyOf(octets));
    }

    /** Reads the 32 hex digits that {@link #toString()} prints. */
    public static CommandId parse(String hex) {
        Identifiers.requireHex(hex, 2 * SIZE_BYTES, "a command id");
        return new CommandId(Bytes.ofHex(hex));
    }

    @Override
    public String toString() {
        return value.toHex();
    }
}
