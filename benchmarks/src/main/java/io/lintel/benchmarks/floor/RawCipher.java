package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * AES-256-GCM under a new key each time, by one provider. All steps share one cipher, so that none finds its own key scheduled.
 */
interface RawCipher {
    int KEY = 32;
    int IV = 12;
    int TAG_BITS = 128;

    /** Returns the sealing of so many octets. */
    Step seal(int associated, int octets) throws GeneralSecurityException;

    /** Returns the opening of what so many octets were sealed to. */
    Step open(int associated, int octets) throws GeneralSecurityException;

    static RawCipher of(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE
                ? new Bouncy(GCMBlockCipher.newInstance(AESEngine.newInstance()))
                : new Jca(Cipher.getInstance(Jca.NAME, Providers.of(provider, "Cipher", Jca.NAME)));
    }

    /** Makes another key of this one: providers refuse to seal twice under one key and nonce. */
    static void advance(byte[] key) {
        int at = 0;
        do {
            key[at]++;
        } while (key[at++] == 0 && at < key.length);
    }

    /** By a JCA provider. */
    record Jca(Cipher cipher) implements RawCipher {
        static final String NAME = "AES/GCM/NoPadding";

        /** One for all, for each key is used once. */
        private static final GCMParameterSpec FIRST = new GCMParameterSpec(TAG_BITS, new byte[IV]);

        @Override
        public Step seal(int associated, int octets) {
            byte[] key = Providers.random(KEY);
            byte[] data = Providers.random(associated);
            byte[] message = Providers.random(octets);
            return () -> {
                advance(key);
                return process(Cipher.ENCRYPT_MODE, key, data, message)[0];
            };
        }

        @Override
        public Step open(int associated, int octets) throws GeneralSecurityException {
            byte[] key = Providers.random(KEY);
            byte[] data = Providers.random(associated);
            byte[] sealed = process(Cipher.ENCRYPT_MODE, key, data, Providers.random(octets));
            return () -> process(Cipher.DECRYPT_MODE, key, data, sealed).length;
        }

        private byte[] process(int mode, byte[] key, byte[] associated, byte[] input) throws GeneralSecurityException {
            cipher.init(mode, new SecretKeySpec(key, "AES"), FIRST);
            cipher.updateAAD(associated);
            return cipher.doFinal(input);
        }
    }

    /** By Bouncy Castle. */
    record Bouncy(GCMModeCipher cipher) implements RawCipher {
        private static final byte[] FIRST = new byte[IV];

        @Override
        public Step seal(int associated, int octets) {
            byte[] key = Providers.random(KEY);
            byte[] data = Providers.random(associated);
            byte[] message = Providers.random(octets);
            return () -> {
                advance(key);
                return process(true, key, data, message)[0];
            };
        }

        @Override
        public Step open(int associated, int octets) throws GeneralSecurityException {
            byte[] key = Providers.random(KEY);
            byte[] data = Providers.random(associated);
            byte[] sealed = process(true, key, data, Providers.random(octets));
            return () -> process(false, key, data, sealed).length;
        }

        private byte[] process(boolean sealing, byte[] key, byte[] associated, byte[] input)
                throws GeneralSecurityException {
            cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, FIRST, associated));
            byte[] output = new byte[cipher.getOutputSize(input.length)];
            int written = cipher.processBytes(input, 0, input.length, output, 0);
            try {
                cipher.doFinal(output, written);
            } catch (InvalidCipherTextException impossible) {
                throw new GeneralSecurityException(impossible);
            }
            return output;
        }
    }
}
