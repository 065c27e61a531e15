package io.lintel.benchmarks.peer;

import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.benchmarks.floor.Search;
import java.util.ArrayList;
import java.util.List;

/**
 * A <em>model</em> of Apple's Home Key and of Aliro: their primitives, both sides, and nothing else; neither is implemented here. The
 * shape is that of those who analysed them, <a href="https://github.com/kormax/apple-home-key">kormax/apple-home-key</a> and
 * <a href="https://github.com/kormax/aliro">kormax/aliro</a>. Both exchange ephemeral keys first, on P-256, whole points of 65
 * octets that no root has to be found for, and key pairs come from the provider's own generator.
 *
 * <p>Where they leave open how keys are derived, the model takes the least that can do: one HKDF, two HMACs. A real reader does
 * more.
 */
public final class WalletKeyModel {
    private static final int SECRET = 32;
    private static final int POINT = 65;
    private static final int NONCE = 16;

    /** What both sides sign: two points, the nonce, the reader's and a few octets of tags. */
    private static final int SIGNED = 2 * POINT + NONCE + 32;

    /** What the phone seals in its answer: its signature and its key. */
    private static final int SEALED = 64 + POINT;

    /** Aliro's cryptogram without a tag. */
    private static final int CRYPTOGRAM = 48;

    private WalletKeyModel() {}

    /**
     * The standard phase (STANDARD, AUTH1): the reader signs over both ephemerals, the phone checks it, both agree and derive, the
     * phone signs and seals, the reader opens and checks.
     */
    public static List<Call> standard() {
        List<Call> calls = new ArrayList<>(keyPairs());
        for (int side = 0; side < 2; side++) {
            calls.add(Call.of(Primitive.WHOLE_POINT));
            calls.add(Call.of(Primitive.SIGNATURE, SIGNED));
            calls.add(Call.of(Primitive.VERIFICATION, SIGNED));
            calls.add(Call.of(Primitive.AGREEMENT));
            calls.addAll(derivation());
        }
        calls.add(new Call(Primitive.SEAL, 0, SEALED));
        calls.add(new Call(Primitive.OPEN, 0, SEALED));
        return calls;
    }

    /**
     * Home Key's fast phase (FAST): both make an ephemeral key, the phone sends a cryptogram of 16 octets by the key of an earlier
     * standard phase, and the reader tries each key that it has; in the mean half of them.
     */
    public static Search homeKeyFast(int phones) {
        return new Search(phonesFast(), tried(phones), derivation());
    }

    /**
     * Aliro's fast phase (AUTH0): the same with a cryptogram of 64 octets. What it is made of is left open there; the model takes 48
     * octets that are sealed, which the reader opens with each key that it tries.
     */
    public static Search aliroFast(int phones) {
        List<Call> before = new ArrayList<>(phonesFast());
        before.add(new Call(Primitive.SEAL, 0, CRYPTOGRAM));
        List<Call> attempt = new ArrayList<>(derivation());
        attempt.add(new Call(Primitive.OPEN, 0, CRYPTOGRAM));
        return new Search(before, tried(phones), attempt);
    }

    private static List<Call> phonesFast() {
        List<Call> calls = new ArrayList<>(keyPairs());
        calls.addAll(derivation());
        return calls;
    }

    private static int tried(int phones) {
        return (phones + 1) / 2;
    }

    private static List<Call> keyPairs() {
        return List.of(Call.of(Primitive.OWN_KEY_PAIR), Call.of(Primitive.OWN_KEY_PAIR));
    }

    private static List<Call> derivation() {
        return List.of(Call.of(Primitive.HMAC, SECRET), Call.of(Primitive.HMAC, POINT + SECRET + NONCE));
    }
}
