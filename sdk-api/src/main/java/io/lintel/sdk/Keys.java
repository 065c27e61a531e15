package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.key.KeyRotation;
import io.lintel.sdk.command.key.RotationStatus;
import io.lintel.sdk.key.KeyProgress;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import java.util.List;

/**
 * Rotating the keys of sites: one set of keys after the other comes into use while the one before still works, and ends only
 * when those who would stop are known and accepted. Thread-safe; fails like {@link Manager}.
 *
 * <p>{@link io.lintel.sdk.key.RotationStep} names the steps; each may be days after the one before, as long as phones check in
 * and readers get their configurations.
 */
public final class Keys {

    private final Session session;

    Keys(Session session) {
        this.session = session;
    }

    /**
     * Takes one step, or names who would stop by it.
     *
     * @throws io.lintel.sdk.model.ManagerException.Refused with {@link io.lintel.sdk.model.ErrorCode#ILLEGAL_TRANSITION} where
     *     another step comes first
     */
    public Rotation rotate(CommandId id, RotateKeys request) {
        return session.run(id, new KeyRotation(request));
    }

    /** How far the rotation of some keys is, and who would stop by its next step. Looks at every reader and phone of the site. */
    public KeyProgress progress(CustomerId customer, KeySet keys) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> RotationStatus.of(
                        unit, customer, keys, session.environment().now()));
    }

    /** What keys readers are known to use, by number, after a number. */
    public List<ReaderKeys> readers(CustomerId customer, int after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> RotationStatus.readers(unit, customer, after, limit));
    }

    /** What keys the phones of credentials say that they hold, by serial, after a serial. */
    public List<PhoneKeys> phones(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.keyEpochs().phones(customer, session.environment().now(), after, limit));
    }
}
