package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingAead;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
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

    private static final class CountingDh extends ForwardingDiffieHellman {
        private int agreements;

        CountingDh(DiffieHellman real) {
            super(real);
        }

        @Override
        public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
            agreements++;
            return super.agree(mine, theirs);
        }
    }

    private static final class RecordingAead extends ForwardingAead {
        private final List<String> calls = new ArrayList<>();

        RecordingAead(Aead real) {
            super(real);
        }

        @Override
        public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
            calls.add("seal " + nonce);
            return super.seal(key, nonce, associatedData, plaintext);
        }

        @Override
        public byte[] open(
                SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
            calls.add("open " + nonce);
            return super.open(key, nonce, associatedData, ciphertext, offset, length);
        }
    }
}
