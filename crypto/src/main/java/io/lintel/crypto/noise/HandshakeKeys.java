package io.lintel.crypto.noise;

import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The key variables of a handshake: {@code s, e, rs, re} (Noise rev. 34, section 5.3). */
final class HandshakeKeys {
    private final @Nullable DhKeyPair localStatic;
    private final EphemeralSource ephemerals;
    private @Nullable DhKeyPair localEphemeral;
    private @Nullable DhPublicKey remoteStatic;
    private @Nullable DhPublicKey remoteEphemeral;

    /** Where the local ephemeral key comes from. */
    sealed interface EphemeralSource {}

    /** The caller made it, and destroys it. */
    record Given(DhKeyPair pair) implements EphemeralSource {}

    /** It is drawn when it is needed, and the handshake destroys it after use. */
    record Drawn(Supplier<DhKeyPair> source) implements EphemeralSource {}

    /** This side of the pattern sends none. */
    enum Unused implements EphemeralSource {
        UNUSED
    }

    HandshakeKeys(@Nullable DhKeyPair localStatic, EphemeralSource ephemerals, @Nullable DhPublicKey remoteStatic) {
        this.localStatic = localStatic;
        this.ephemerals = ephemerals;
        this.remoteStatic = remoteStatic;
    }

    DhPublicKey staticOf(boolean local) {
        return local ? required(localStatic).publicKey() : required(remoteStatic);
    }

    DhPublicKey beginEphemeral() {
        DhKeyPair pair = drawn();
        localEphemeral = pair;
        return pair.publicKey();
    }

    private DhKeyPair drawn() {
        if (ephemerals instanceof Given given) {
            return given.pair();
        }
        if (ephemerals instanceof Drawn drawn) {
            return drawn.source().get();
        }
        throw new IllegalStateException("this side of the pattern sends no ephemeral key");
    }

    void remoteEphemeral(DhPublicKey key) {
        remoteEphemeral = key;
    }

    void remoteStatic(DhPublicKey key) {
        remoteStatic = key;
    }

    Optional<DhPublicKey> remoteStatic() {
        return Optional.ofNullable(remoteStatic);
    }

    SecretBytes agree(DiffieHellman dh, Token token, Role role) {
        DhPrivateKey mine = required(token.usesStaticOf(role) ? localStatic : localEphemeral)
                .privateKey();
        DhPublicKey theirs = required(token.usesStaticOf(role.peer()) ? remoteStatic : remoteEphemeral);
        return dh.agree(mine, theirs);
    }

    /** Lets go of the ephemeral key, and destroys it unless it is the caller's. */
    void forgetEphemeral() {
        if (localEphemeral != null && ephemerals instanceof Drawn) {
            localEphemeral.destroy();
        }
        localEphemeral = null;
    }

    /** Lets go of the peer's keys after a failure, which may have come before they were proven. */
    void forgetPeer() {
        remoteStatic = null;
        remoteEphemeral = null;
    }

    private static <T> T required(@Nullable T key) {
        if (key == null) {
            throw new IllegalStateException("the pattern uses a key before it is there");
        }
        return key;
    }
}
