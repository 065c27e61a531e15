package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test can see every agreement and every sealing of a suite, the handshake's included. */
class RecordingDoublesTest {
    @ParameterizedTest
    @EnumSource
    void agreementsAndSealingsOfTheTapAreSeen(Suite suite) {
        CryptoSuite real = NoiseSuites.of(suite);
        CountingDh counting = new CountingDh(real.diffieHellman());
        RecordingAead recording = new RecordingAead(real.aead());
        CryptoSuite observed = real.withDiffieHellman(counting).withAead(recording);
        Pairs.of("KXpsk0", observed).complete();
        assertEquals(6, counting.agreements, "ee, se and es on both sides");
        assertEquals(
                List.of("seal 0", "open 0", "seal 0", "seal 0", "open 0", "open 0"),
                recording.calls,
                "opener; static key and payload of the reply");
    }

    private static final class CountingDh implements DiffieHellman {
        private final DiffieHellman real;
        private int agreements;

        CountingDh(DiffieHellman real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public int keySize() {
            return real.keySize();
        }

        @Override
        public DhKeyPair generateKeyPair(SecureRandom random) {
            return real.generateKeyPair(random);
        }

        @Override
        public DhKeyPair keyPair(SecretBytes privateKey) {
            return real.keyPair(privateKey);
        }

        @Override
        public DhPublicKey publicKey(Bytes encoded) {
            return real.publicKey(encoded);
        }

        @Override
        public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
            agreements++;
            return real.agree(mine, theirs);
        }
    }

    private static final class RecordingAead implements Aead {
        private final Aead real;
        private final List<String> calls = new ArrayList<>();

        RecordingAead(Aead real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
            calls.add("seal " + nonce);
            return real.seal(key, nonce, associatedData, plaintext);
        }

        @Override
        public byte[] open(
                SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
            calls.add("open " + nonce);
            return real.open(key, nonce, associatedData, ciphertext, offset, length);
        }
    }
}
