package io.lintel.protocol.wire;

import io.lintel.crypto.DhKeyPair;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hands the handshake the ephemeral key pair that the caller brings with its decision, once. */
public final class BroughtEphemeral implements Supplier<DhKeyPair> {
    private @Nullable DhKeyPair pair;

    public void put(DhKeyPair brought) {
        pair = brought;
    }

    @Override
    public DhKeyPair get() {
        DhKeyPair handed = pair;
        if (handed == null) {
            throw new IllegalStateException("no ephemeral key pair was brought for the response");
        }
        pair = null;
        return handed;
    }
}
