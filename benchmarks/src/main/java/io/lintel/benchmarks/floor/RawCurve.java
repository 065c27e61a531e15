package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.security.GeneralSecurityException;

/** Key agreement on one curve, by one provider. Private keys are parsed beforehand, public ones come as octets. */
interface RawCurve {
    /** Returns the making of a key pair, its public key in octets. */
    Step keyPair() throws GeneralSecurityException;

    /** Returns the making of a public key out of its octets on the wire, on the curve where that is to be checked. */
    Step point() throws GeneralSecurityException;

    /** Returns the making of a key pair by the provider's own generator, its public key in octets of the provider's choice. */
    Step ownKeyPair() throws GeneralSecurityException;

    /** Returns the making of a public key out of octets that no root has to be found for. */
    Step wholePoint() throws GeneralSecurityException;

    /** Returns an agreement of two keys that are parsed. */
    Step agree() throws GeneralSecurityException;

    static RawCurve of(Suite suite, CryptoProvider provider) throws GeneralSecurityException {
        boolean bouncy = provider == CryptoProvider.BOUNCY_CASTLE;
        return switch (suite) {
            case X25519 -> bouncy ? new RawX25519.Bouncy() : RawX25519.Jca.by(provider);
            case P256 -> bouncy ? new RawP256.Bouncy() : RawP256.Jca.by(provider);
        };
    }
}
