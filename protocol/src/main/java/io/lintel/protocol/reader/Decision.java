package io.lintel.protocol.reader;

import io.lintel.protocol.tap.DenialReason;
import java.util.Optional;

/** What a policy says about an authenticated phone. A denial is an outcome, not an exception. */
public sealed interface Decision {
    /** Access is granted. */
    record Granted() implements Decision {
        private static final Decision GRANTED = new Granted();
    }

    /** Access is denied, and the phone is told why. */
    record Denied(DenialReason reason) implements Decision {}

    /** Returns that access is granted. */
    static Decision granted() {
        return Granted.GRANTED;
    }

    /** Returns that access is denied, and why. */
    static Decision denied(DenialReason reason) {
        return new Denied(reason);
    }

    /** Returns why access was denied, or empty when it was granted. */
    default Optional<DenialReason> denial() {
        return this instanceof Denied denied ? Optional.of(denied.reason()) : Optional.empty();
    }
}
