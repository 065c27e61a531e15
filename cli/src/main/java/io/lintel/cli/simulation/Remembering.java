package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.ForwardingSignatureScheme;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SignatureScheme;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.SigningPrivateKey;
import io.lintel.crypto.SigningPublicKey;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * A suite that works each thing out once: both ends of every conversation are in this process, and thousands of phones verify
 * the same statements. What one of them signed is verified for all. Results are the real suite's. For one thread.
 */
final class Remembering {
    private static final int MOST_RESULTS = 1 << 17;

    private Remembering() {}

    static CryptoSuite of(CryptoSuite real) {
        return real.withDiffieHellman(new Agreements(real.diffieHellman()))
                .withSignatures(new Signatures(real.signatures()));
    }

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST_RESULTS;
        }
    }

    /** What the two ends of a handshake agree on is the same. */
    private static final class Agreements extends ForwardingDiffieHellman {
        private record Pair(Bytes lower, Bytes upper) {
            @Override
            public int hashCode() {
                return 31 * lower.hashCode() + upper.hashCode();
            }

            static Pair of(Bytes one, Bytes other) {
                return one.compareTo(other) <= 0 ? new Pair(one, other) : new Pair(other, one);
            }
        }

        private final Map<Bytes, DhKeyPair> pairs = new Recent<>();
        private final Map<Pair, Bytes> agreed = new Recent<>();

        Agreements(DiffieHellman real) {
            super(real);
        }

        @Override
        public DhKeyPair generateKeyPair(SecureRandom random) {
            return known(super.generateKeyPair(random));
        }

        @Override
        public DhKeyPair generateEphemeral(SecureRandom random) {
            return known(super.generateEphemeral(random));
        }

        @Override
        public DhKeyPair keyPair(SecretBytes privateKey) {
            DhKeyPair before = pairs.get(Bytes.copyOf(privateKey.copy()));
            return before == null ? known(super.keyPair(privateKey)) : before.duplicate();
        }

        private DhKeyPair known(DhKeyPair pair) {
            pairs.put(octets(pair.privateKey()), pair.duplicate());
            return pair;
        }

        private static Bytes octets(DhPrivateKey key) {
            try (SecretBytes encoded = key.encoded()) {
                return Bytes.copyOf(encoded.copy());
            }
        }

        @Override
        public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
            DhKeyPair own = pairs.get(octets(mine));
            if (own == null) {
                return super.agree(mine, theirs);
            }
            Pair pair = Pair.of(own.publicKey().encoded(), theirs.encoded());
            Bytes before = agreed.get(pair);
            if (before != null) {
                return SecretBytes.copyOf(before.toByteArray());
            }
            SecretBytes secret = super.agree(mine, theirs);
            agreed.put(pair, Bytes.copyOf(secret.copy()));
            return secret;
        }
    }

    private static final class Signatures extends ForwardingSignatureScheme {
        private record Claim(Bytes key, Bytes message, Bytes signature) {
            @Override
            public int hashCode() {
                return signature.hashCode();
            }
        }

        private final Map<Bytes, SigningPublicKey> keys = new HashMap<>();
        private final Map<SigningPrivateKey, Bytes> publicKeys = new WeakHashMap<>();
        private final Map<Claim, Boolean> verified = new Recent<>();

        Signatures(SignatureScheme real) {
            super(real);
        }

        @Override
        public SigningKeyPair generateKeyPair(SecureRandom random) {
            return known(super.generateKeyPair(random));
        }

        @Override
        public SigningKeyPair keyPair(SecretBytes privateKey) {
            return known(super.keyPair(privateKey));
        }

        private SigningKeyPair known(SigningKeyPair pair) {
            publicKeys.put(pair.privateKey(), pair.publicKey().encoded());
            return pair;
        }

        @Override
        public SigningPublicKey publicKey(Bytes encoded) {
            return remembered(keys, encoded, () -> super.publicKey(encoded));
        }

        @Override
        public Bytes sign(SigningPrivateKey key, Bytes message) {
            Bytes signature = super.sign(key, message);
            Bytes signer = publicKeys.get(key);
            if (signer != null) {
                verified.put(new Claim(signer, message, signature), true);
            }
            return signature;
        }

        @Override
        public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
            Claim claim = new Claim(key.encoded(), message, signature);
            return remembered(verified, claim, () -> super.verify(key, message, signature));
        }
    }

    private static <K, V> V remembered(Map<K, V> results, K of, Supplier<V> work) {
        return Optional.ofNullable(results.get(of)).orElseGet(() -> {
            V result = work.get();
            results.put(of, result);
            return result;
        });
    }
}
