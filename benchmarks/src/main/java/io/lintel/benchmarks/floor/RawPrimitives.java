package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitive;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderChoice;
import io.lintel.crypto.Suite;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * One suite's primitives by the very providers that {@code crypto} chose, without {@code crypto}: each object of a provider is
 * made once and used again, and keys are given to it as octets. Where a provider has two ways to one result, this goes the
 * cheaper one, as {@code crypto} may: an HMAC is two hashes, see {@link RawHash}. It is less than {@code crypto} can do with,
 * which keeps no parsed key longer than it needs it; a floor is there to be strict.
 */
public final class RawPrimitives {
    private final RawCurve curve;
    private final RawSignature signature;
    private final RawHash hash;
    private final RawCipher cipher;

    private RawPrimitives(RawCurve curve, RawSignature signature, RawHash hash, RawCipher cipher) {
        this.curve = curve;
        this.signature = signature;
        this.hash = hash;
        this.cipher = cipher;
    }

    /** Returns the primitives of a suite by the same providers as another choice. */
    public static RawPrimitives like(Primitives chosen, Suite suite) {
        List<ProviderChoice> by = chosen.choices();
        boolean first = suite == Suite.X25519;
        Primitive agreement = first ? Primitive.X25519 : Primitive.ECDH_P256;
        Primitive signing = first ? Primitive.ED25519 : Primitive.ECDSA_P256;
        try {
            return new RawPrimitives(
                    RawCurve.of(suite, provider(by, agreement)),
                    RawSignature.of(suite, provider(by, signing)),
                    RawHash.of(provider(by, Primitive.SHA256)),
                    RawCipher.of(provider(by, Primitive.AES_GCM)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("a provider that was chosen lacks a primitive", absent);
        }
    }

    private static CryptoProvider provider(List<ProviderChoice> choices, Primitive primitive) {
        return choices.stream()
                .filter(choice -> choice.primitive() == primitive)
                .map(ProviderChoice::provider)
                .findFirst()
                .orElseThrow();
    }

    Step step(Call call) {
        try {
            return switch (call.primitive()) {
                case KEY_PAIR -> curve.keyPair();
                case POINT -> curve.point();
                case OWN_KEY_PAIR -> curve.ownKeyPair();
                case WHOLE_POINT -> curve.wholePoint();
                case AGREEMENT -> curve.agree();
                case SIGNATURE -> signature.signature(call.octets());
                case VERIFICATION -> signature.verification(call.octets());
                case HASH -> hash.digest(call.octets());
                case HMAC -> hash.hmac(call.octets());
                case HMAC_IN_PLACE -> hash.hmacInPlace(call.octets());
                case SEAL -> cipher.seal(call.associated(), call.octets());
                case OPEN -> cipher.open(call.associated(), call.octets());
            };
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a primitive cannot be prepared", failed);
        }
    }

    /** Returns the HMAC of so many octets under the next of so many keys each time. */
    Step hmacOfNext(int keys, int octets) {
        return hash.hmacOfNext(keys, octets);
    }
}
