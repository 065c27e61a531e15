package io.lintel.crypto.noise;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeKeys.Drawn;
import io.lintel.crypto.noise.HandshakeKeys.EphemeralSource;
import io.lintel.crypto.noise.HandshakeKeys.Given;
import io.lintel.crypto.noise.HandshakeKeys.Unused;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a handshake needs before its first message; got from {@link HandshakeState#builder}.
 *
 * <p>{@link #build()} demands exactly the keys that the pattern has a use for.
 */
public final class HandshakeBuilder {
    private static final int PSK_SIZE = 32;
    private static final SecretBytes[] NO_PSKS = {};

    private final HandshakePattern pattern;
    private final NoiseSuite suite;
    private final Role role;
    private Bytes prologue = Bytes.EMPTY;
    private Bytes prologueEnd = Bytes.EMPTY;
    private @Nullable DhKeyPair localStatic;
    private @Nullable DhPublicKey remoteStatic;
    private EphemeralSource ephemerals = Unused.UNUSED;
    private SecretBytes[] psks = NO_PSKS;
    private boolean ownsPsks;

    HandshakeBuilder(HandshakePattern pattern, NoiseSuite suite, Role role) {
        this.pattern = pattern;
        this.suite = suite;
        this.role = role;
    }

    /** Sets what both sides must agree on beforehand; empty without this call. */
    public HandshakeBuilder prologue(Bytes value) {
        return prologue(value, Bytes.EMPTY);
    }

    /** Sets the same in two parts, one after the other. */
    public HandshakeBuilder prologue(Bytes first, Bytes second) {
        this.prologue = first;
        this.prologueEnd = second;
        return this;
    }

    /** Sets this side's static key pair, which stays the caller's and must outlive the handshake. */
    public HandshakeBuilder localStatic(DhKeyPair value) {
        this.localStatic = value;
        return this;
    }

    /** Sets the peer's static key, where the pattern knows it beforehand. */
    public HandshakeBuilder remoteStatic(DhPublicKey value) {
        this.remoteStatic = value;
        return this;
    }

    /** Sets an ephemeral key pair that stays the caller's, who destroys it and never lets two handshakes agree by it. */
    public HandshakeBuilder localEphemeral(DhKeyPair value) {
        this.ephemerals = new Given(value);
        return this;
    }

    /** Sets where to draw the ephemeral key pair when it is needed; the handshake destroys it after use. */
    public HandshakeBuilder ephemerals(Supplier<DhKeyPair> source) {
        this.ephemerals = new Drawn(source);
        return this;
    }

    /** Sets the pre-shared keys of 32 octets in the order of the pattern; {@link #build()} copies them. */
    public HandshakeBuilder psk(SecretBytes... values) {
        this.psks = values;
        this.ownsPsks = false;
        return this;
    }

    /**
     * Sets pre-shared keys of 32 octets that serve this handshake alone, which destroys them after use; they and their array are no
     * longer the caller's. A {@link #build()} that fails destroys them as well, and a second one finds them destroyed.
     */
    public HandshakeBuilder oneTimePsk(SecretBytes... values) {
        this.psks = values;
        this.ownsPsks = true;
        return this;
    }

    /**
     * Returns the handshake before its first message.
     *
     * @throws IllegalArgumentException if a key is missing, not of use in the pattern, or of another curve
     */
    public HandshakeState build() {
        boolean built = false;
        try {
            HandshakeState state = checked();
            built = true;
            return state;
        } finally {
            if (!built && ownsPsks) {
                for (SecretBytes psk : psks) {
                    psk.destroy();
                }
            }
        }
    }

    private HandshakeState checked() {
        boolean sendsStatic = pattern.sendsStaticOf(role) || pattern.knowsStaticOf(role);
        requireSame("a local static key", sendsStatic, localStatic != null);
        requireSame("a remote static key", pattern.knowsStaticOf(role.peer()), remoteStatic != null);
        requireSame("an ephemeral key", pattern.sendsEphemeralOf(role), ephemerals != Unused.UNUSED);
        requireCurve(localStatic == null ? null : localStatic.publicKey());
        requireCurve(remoteStatic);
        if (psks.length != pattern.pskCount()) {
            throw new IllegalArgumentException(
                    pattern + " takes " + pattern.pskCount() + " pre-shared keys, not " + psks.length);
        }
        for (SecretBytes psk : psks) {
            if (psk.size() != PSK_SIZE) {
                throw new IllegalArgumentException("a pre-shared key has " + PSK_SIZE + " octets");
            }
        }
        return new HandshakeState(
                pattern,
                suite,
                role,
                prologue,
                prologueEnd,
                new HandshakeKeys(localStatic, ephemerals, remoteStatic),
                ownsPsks ? psks : copies(psks));
    }

    private static SecretBytes[] copies(SecretBytes[] psks) {
        SecretBytes[] copies = new SecretBytes[psks.length];
        for (int i = 0; i < psks.length; i++) {
            copies[i] = SecretBytes.takeOwnership(psks[i].copy());
        }
        return copies;
    }

    private void requireCurve(@Nullable DhPublicKey key) {
        if (key != null && !key.algorithm().equals(suite.dh().name())) {
            throw new IllegalArgumentException(
                    "a key of " + key.algorithm() + " where " + suite.name() + " is to be used");
        }
    }

    private void requireSame(String what, boolean needed, boolean given) {
        if (needed != given) {
            throw new IllegalArgumentException(
                    pattern + " as " + role + (needed ? " needs " : " has no use for ") + what);
        }
    }
}
