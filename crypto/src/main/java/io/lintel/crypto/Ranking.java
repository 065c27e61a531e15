package io.lintel.crypto;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The order in which providers are tried, fastest first.
 *
 * <p>A constant, from measurements of code that was warm (docs/decisions.md). Measuring at start would take longer than
 * a short process lives and rank the code that the JIT has not reached yet: Bouncy Castle's first X25519 takes thirty
 * times as long as its thousandth. Conscrypt goes before ACCP because it loads in a tenth of the time.
 */
final class Ranking {
    private static final List<CryptoProvider> BOUNCY_CASTLE_BEFORE_JDK =
            List.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP, CryptoProvider.BOUNCY_CASTLE, CryptoProvider.JDK);
    private static final List<CryptoProvider> JDK_BEFORE_BOUNCY_CASTLE =
            List.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP, CryptoProvider.JDK, CryptoProvider.BOUNCY_CASTLE);

    private static final List<CryptoProvider> JDK_FIRST =
            List.of(CryptoProvider.JDK, CryptoProvider.CONSCRYPT, CryptoProvider.ACCP, CryptoProvider.BOUNCY_CASTLE);

    private Ranking() {}

    static List<CryptoProvider> of(Primitive primitive) {
        return switch (primitive) {
            case X25519, ECDH_P256, ED25519, ECDSA_P256 -> BOUNCY_CASTLE_BEFORE_JDK;
            case AES_GCM -> JDK_BEFORE_BOUNCY_CASTLE;
            case SHA256 -> JDK_FIRST; // the compiler knows the function, and short messages are not worth a native call
        };
    }

    /** The order in print. */
    static String labels(Primitive primitive) {
        return of(primitive).stream().map(CryptoProvider::label).collect(Collectors.joining(", "));
    }
}
