package io.lintel.crypto;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * AES-GCM by Bouncy Castle. Each thread has a cipher that it uses again, because making one with its tables costs more than
 * sealing a short message; it holds its last key until the next.
 */
final class BouncyAesGcm extends AesGcm {
    private static final int TAG_BITS = TAG_SIZE * Byte.SIZE;
    private static final byte[] NOTHING = {};

    /**
     * Parameters without a key, which the cipher keeps, that put another nonce in place of its last: a sealing cipher compares
     * both with those of its last use and refuses the same. It sees only its own last use, whereas {@link Aead#seal} leaves that
     * to the caller, and replayed vectors have them twice. Nonces here have {@value AesGcm#IV_SIZE} octets, so it is none of them.
     */
    private static final ParametersWithIV FORGOTTEN = new ParametersWithIV(null, new byte[1]);

    private final ThreadLocal<GCMModeCipher> ciphers = ThreadLocal.withInitial(BouncyAesGcm::make);

    private static GCMModeCipher make() {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(false, parameters(new byte[KEY_SIZE], new byte[IV_SIZE], NOTHING));
        return cipher;
    }

    @Override
    byte[] sealRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] plaintext, int zeros) {
        try {
            return process(sealing(parameters(key, iv, associatedData)), plaintext, 0, plaintext.length, zeros);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("sealing cannot fail a tag check", impossible);
        }
    }

    private GCMModeCipher sealing(AEADParameters parameters) {
        GCMModeCipher cipher = ciphers.get();
        cipher.init(false, FORGOTTEN);
        cipher.init(true, parameters);
        return cipher;
    }

    @Override
    byte[] openRaw(
            byte[] key, byte[] iv, byte[] associatedData, int associated, byte[] ciphertext, int offset, int length) {
        GCMModeCipher cipher = ciphers.get();
        cipher.init(false, parameters(key, iv, NOTHING));
        cipher.processAADBytes(associatedData, 0, associated);
        try {
            return process(cipher, ciphertext, offset, length, 0);
        } catch (InvalidCipherTextException forged) {
            throw new CryptoException();
        }
    }

    private static AEADParameters parameters(byte[] key, byte[] iv, byte[] associatedData) {
        return new AEADParameters(new KeyParameter(key), TAG_BITS, iv, associatedData);
    }

    private static byte[] process(GCMModeCipher cipher, byte[] input, int offset, int length, int zeros)
            throws InvalidCipherTextException {
        byte[] output = new byte[zeros + cipher.getOutputSize(length)];
        int written = cipher.processBytes(input, offset, length, output, zeros);
        cipher.doFinal(output, zeros + written);
        return output;
    }
}
