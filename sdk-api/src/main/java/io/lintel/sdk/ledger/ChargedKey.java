package io.lintel.sdk.ledger;

/**
 * The credential that a charge is for.
 *
 * @param serial its serial within the project, from 1
 * @param accessNumber the number that the book shows as "Identifier User ID"; 0 where it is assigned at activation
 */
public record ChargedKey(long serial, long accessNumber) {

    /** Refuses numbers that no credential has. */
    public ChargedKey {
        if (serial < 1 || accessNumber < 0) {
            throw new IllegalArgumentException(
                    "a charged credential has a serial from 1 and no negative access number");
        }
    }
}
