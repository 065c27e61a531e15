package io.lintel.sdk.key;

import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/**
 * Asks for one step of a rotation. A step that was taken already changes nothing.
 *
 * @param customer whose keys
 * @param keys which of them
 * @param step the step
 * @param accepted the {@link Rotation.WouldStop#named() naming} whose readers and phones may stop; the step is refused where
 *     others would as well
 */
public record RotateKeys(CustomerId customer, KeySet keys, RotationStep step, Optional<CommandId> accepted) {

    /** Refuses a step that these keys do not have. */
    public RotateKeys {
        if (keys == KeySet.PROJECT && step == RotationStep.SIGN) {
            throw new IllegalArgumentException("the project key signs nothing; finish its rotation");
        }
    }

    /** A step that is taken only where nothing stops. */
    public static RotateKeys of(CustomerId customer, KeySet keys, RotationStep step) {
        return new RotateKeys(customer, keys, step, Optional.empty());
    }

    /** The same, letting those stop that a naming named. */
    public RotateKeys accepting(CommandId named) {
        return new RotateKeys(customer, keys, step, Optional.of(named));
    }
}
