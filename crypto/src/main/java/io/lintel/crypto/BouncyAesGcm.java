package io.lintel.crypto;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** AES-GCM by Bouncy Castle. */
final class BouncyAesGcm extends AesGcm {
    private static final int TAG_BITS = TAG_SIZE * Byte.SIZE;

    @Override
    byte[] sealRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] plaintext) {
        try {
            return process(cipher(true, key, iv, associatedData), plaintext, 0, plaintext.length);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("sealing cannot fail a tag check", impossible);
        }
    }

    @Override
    byte[] openRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] ciphertext, int offset, int length) {
        try {
            return process(cipher(false, key, iv, associatedData), ciphertext, offset, length);
        } catch (InvalidCipherTextException forged) {
            throw new CryptoException();
        }
    }

    private static GCMModeCipher cipher(boolean sealing, byte[] key, byte[] iv, byte[] associatedData) {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_BITS, iv, associatedData));
        return cipher;
    }

    private static byte[] process(GCMModeCipher cipher, byte[] input, int offset, int length)
            throws InvalidCipherTextException {
        byte[] output = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(input, offset, length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }
}
