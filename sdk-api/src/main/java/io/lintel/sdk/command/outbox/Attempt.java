package io.lintel.sdk.command.outbox;

import io.lintel.sdk.notification.Delivery;
import java.util.function.Supplier;

/**
 * One call of a port that reaches outside. Ports promise not to throw; one that breaks its promise over one message must not
 * keep those behind it from leaving, so that counts as a failure of this message, which people see and which is tried again.
 */
public final class Attempt {

    private Attempt() {}

    /** What became of it. */
    public static Delivery of(Supplier<Delivery> port) {
        try {
            return port.get();
        } catch (RuntimeException e) {
            // What it says may hold an address or a whole message, so it ends here.
            return new Delivery.Failed(Delivery.Failure.BROKEN);
        }
    }
}
