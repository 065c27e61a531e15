package io.lintel.sdk.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The code of a site where people register themselves: any number of phones redeem it, each for a credential of its own
 * ({@code ACT-16}). Like every code it is derived again when it is shown; the store has its hash.
 *
 * @param customer whose code
 * @param number 1, 2, 3, ... within the customer
 * @param command the command that made it
 * @param created when it was made
 * @param expires when it dies; empty where the profile gives it no end
 * @param uses how many phones got a credential with it
 * @param voided when a newer one took its place
 */
public record ProjectCode(
        CustomerId customer,
        long number,
        CommandId command,
        Instant created,
        Optional<Instant> expires,
        long uses,
        Optional<Instant> voided) {

    /** The same code after one more phone. */
    public ProjectCode used() {
        return new ProjectCode(customer, number, command, created, expires, uses + 1, voided);
    }

    /** The same code, worthless for phones that come now. */
    public ProjectCode voidedAt(Instant at) {
        return new ProjectCode(customer, number, command, created, expires, uses, Optional.of(at));
    }
}
