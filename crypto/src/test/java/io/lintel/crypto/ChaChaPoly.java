package io.lintel.crypto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** ChaCha20-Poly1305, which the published Noise vectors use and the product does not. */
final class ChaChaPoly implements Aead {
    @Override
    public String name() {
        return "ChaChaPoly";
    }

    @Override
    public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
        return crypt(true, key.octets(), iv(nonce), associatedData.octets(), plaintext, 0, plaintext.length);
    }

    @Override
    public byte[] open(SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
        return crypt(false, key.octets(), iv(nonce), associatedData.octets(), ciphertext, offset, length);
    }

    static byte[] crypt(boolean sealing, byte[] key, byte[] iv, byte[] data, byte[] input, int offset, int length) {
        ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        cipher.init(sealing, new AEADParameters(new KeyParameter(key), TAG_SIZE * Byte.SIZE, iv, data));
        byte[] output = new byte[cipher.getOutputSize(length)];
        try {
            int written = cipher.processBytes(input, offset, length, output, 0);
            cipher.doFinal(output, written);
            return output;
        } catch (InvalidCipherTextException forged) {
            throw new CryptoException();
        }
    }

    /** Noise rev. 34 section 12.3: little-endian here. */
    private static byte[] iv(long nonce) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(4, nonce)
                .array();
    }
}
