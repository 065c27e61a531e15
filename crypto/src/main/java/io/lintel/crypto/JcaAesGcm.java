package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM by a JCA provider. */
final class JcaAesGcm extends AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final Provider provider;

    private JcaAesGcm(Provider provider) {
        this.provider = provider;
    }

    static JcaAesGcm by(CryptoProvider wanted) {
        return new JcaAesGcm(JcaLookup.require(wanted, "Cipher", TRANSFORMATION));
    }

    @Override
    byte[] sealRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, associatedData).doFinal(plaintext);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " failed to seal", failed);
        }
    }

    @Override
    byte[] openRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] ciphertext, int offset, int length) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, iv, associatedData).doFinal(ciphertext, offset, length);
        } catch (GeneralSecurityException forged) {
            throw new CryptoException();
        }
    }

    private Cipher cipher(int mode, byte[] key, byte[] iv, byte[] associatedData) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_SIZE * Byte.SIZE, iv));
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
