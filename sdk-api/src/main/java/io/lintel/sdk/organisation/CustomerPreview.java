package io.lintel.sdk.organisation;

import java.util.List;
import java.util.Optional;

/**
 * Step 4 of a new customer ({@code ACC-13}): what would be created, and everything that is wrong. Nothing was written.
 *
 * @param errors every field that has to be corrected; none where the customer can be created now
 * @param system step 1 as it would be kept
 * @param loginEmail the address that becomes a login, if one does
 * @param keys step 3 as it was entered
 * @param freeCredits what every new customer gets ({@code CRD-03})
 * @param transfer credits that the distributor gives; empty where it gives none, so that the free ones stand alone ({@code
 *     CRD-11})
 * @param availableCredits what the distributor has ({@code CRD-09})
 */
public record CustomerPreview(
        List<FieldError> errors,
        SystemSettings system,
        Optional<String> loginEmail,
        KeyEntry keys,
        long freeCredits,
        Optional<Long> transfer,
        long availableCredits) {

    /** Copies the errors. */
    public CustomerPreview {
        errors = List.copyOf(errors);
    }

    @Override
    public String toString() {
        return "CustomerPreview[" + errors + ", " + system + ", " + freeCredits + " free, " + transfer + " of "
                + availableCredits + "]";
    }
}
