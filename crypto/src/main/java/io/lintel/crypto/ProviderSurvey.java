package io.lintel.crypto;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Measures every provider of every primitive, so that an operator can see whether the fixed ranking holds on a machine.
 *
 * <p>Nothing is chosen by it: {@link Primitives} ranks by constants, and a property overrules. Not for threads that
 * anybody waits for.
 */
public final class ProviderSurvey {
    private static final int BATCH = 16;

    private final LongSupplier nanoClock;
    private final Duration eachFor;
    private final Operations operations;

    /**
     * Prepares a survey.
     *
     * @param nanoClock such as {@code System::nanoTime}
     * @param eachFor how long to run each operation; below half a second the JIT has not settled
     * @param random where the keys come from
     */
    public ProviderSurvey(LongSupplier nanoClock, Duration eachFor, SecureRandom random) {
        this.nanoClock = nanoClock;
        this.eachFor = eachFor;
        this.operations = new Operations(random);
    }

    /** Runs every operation by every provider, and returns what each took, by primitive and then by rank. */
    public List<ProviderSpeed> run() {
        List<ProviderSpeed> speeds = new ArrayList<>();
        survey(speeds, Candidates.X25519, operations::agree, "one agreement");
        survey(speeds, Candidates.ECDH_P256, operations::agree, "one agreement");
        survey(speeds, Candidates.ED25519, operations::verify, "one verification");
        survey(speeds, Candidates.ECDSA_P256, operations::verify, "one verification");
        survey(speeds, Candidates.AES_GCM, operations::seal, "sealing 64 octets under a new key");
        survey(speeds, Candidates.SHA256, operations::authenticate, "one HMAC of 64 octets");
        return List.copyOf(speeds);
    }

    private <T> void survey(
            List<ProviderSpeed> speeds, Candidates<T> candidates, Operations.Maker<T> maker, String what) {
        for (CryptoProvider provider : Ranking.of(candidates.primitive())) {
            speeds.add(speed(candidates, provider, maker, what));
        }
    }

    private <T> ProviderSpeed speed(
            Candidates<T> candidates, CryptoProvider provider, Operations.Maker<T> maker, String what) {
        try {
            long nanos = fastestBatch(maker.make(candidates.by(provider)));
            return new ProviderSpeed(candidates.primitive(), provider, OptionalLong.of(nanos), what);
        } catch (UnusableProviderException unusable) {
            return new ProviderSpeed(candidates.primitive(), provider, OptionalLong.empty(), unusable.reason());
        }
    }

    /** The fastest batch is the one that the machine's other work disturbed least. */
    private long fastestBatch(Runnable operation) {
        long start = nanoClock.getAsLong();
        long fastest = Long.MAX_VALUE;
        long now = start;
        do {
            long before = now;
            for (int i = 0; i < BATCH; i++) {
                operation.run();
            }
            now = nanoClock.getAsLong();
            fastest = Math.min(fastest, (now - before) / BATCH);
        } while (now - start < eachFor.toNanos());
        return fastest;
    }

    /** The operations that are measured: what a reader does most with each primitive. */
    private static final class Operations {
        private static final int SIZE = 64;

        private final SecureRandom random;

        Operations(SecureRandom random) {
            this.random = random;
        }

        /** Makes the operation of one implementation. */
        @FunctionalInterface
        interface Maker<T> {
            Runnable make(T implementation);
        }

        Runnable agree(DiffieHellman dh) {
            DhPrivateKey mine = dh.generateKeyPair(random).privateKey();
            DhPublicKey theirs = dh.generateKeyPair(random).publicKey();
            return () -> dh.agree(mine, theirs).destroy();
        }

        Runnable verify(SignatureScheme scheme) {
            SigningKeyPair pair = scheme.generateKeyPair(random);
            Bytes message = Bytes.copyOf(new byte[SIZE]);
            Bytes signature = scheme.sign(pair.privateKey(), message);
            return () -> require(scheme.verify(pair.publicKey(), message, signature));
        }

        Runnable seal(AesGcm aead) {
            byte[] plaintext = new byte[SIZE];
            byte[] key = new byte[Aead.KEY_SIZE];
            return () -> {
                key[0]++;
                try (SecretBytes fresh = SecretBytes.copyOf(key)) {
                    require(aead.seal(fresh, 0, Bytes.EMPTY, plaintext).length == SIZE + Aead.TAG_SIZE);
                }
            };
        }

        Runnable authenticate(Hash hash) {
            SecretBytes key = SecretBytes.random(hash.size(), random);
            byte[] message = new byte[SIZE];
            return () -> require(hash.hmac(key, message).length == hash.size());
        }

        private static void require(boolean holds) {
            if (!holds) {
                throw new IllegalStateException("a provider gave a wrong result under load");
            }
        }
    }
}
