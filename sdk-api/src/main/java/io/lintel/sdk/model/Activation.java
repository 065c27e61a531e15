package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * One activation: a code that puts one credential on one phone, once. The code itself is never stored.
 *
 * @param customer whose activation
 * @param number 1, 2, 3, ... within the customer
 * @param serial the credential
 * @param command the command that made it
 * @param created when it was made
 * @param expires when its code dies
 * @param status what became of it
 */
public record Activation(
        CustomerId customer,
        long number,
        long serial,
        CommandId command,
        Instant created,
        Instant expires,
        Status status) {

    /** What became of an activation. */
    public sealed interface Status {}

    /** The code can be redeemed until it expires. */
    public record Open() implements Status {}

    /** A newer code or a revocation made this one worthless. */
    public record Voided(Instant at) implements Status {}

    /** Somebody opened its link where that uses it up ({@code ACT-12}); it can be sent again. */
    public record Clicked(Instant at) implements Status {}

    /**
     * A phone redeemed the code.
     *
     * @param requestId 16 octets that the phone made; the same request may come again
     * @param holderKey the key that the phone proved
     * @param at when
     */
    public record Redeemed(Bytes requestId, Bytes holderKey, Instant at) implements Status {}

    /** The same activation with another status. */
    public Activation with(Status next) {
        return new Activation(customer, number, serial, command, created, expires, next);
    }
}
