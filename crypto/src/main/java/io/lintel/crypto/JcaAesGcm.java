package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM by a JCA provider. Each thread has a cipher that it uses again, because making one costs as much as sealing a short
 * message; it holds its last key until the next, as a cipher that waits for the garbage collector does.
 */
final class JcaAesGcm extends AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private static final GCMParameterSpec FIRST = new GCMParameterSpec(TAG_SIZE * Byte.SIZE, FIRST_IV);

    private final Provider provider;
    private final ThreadLocal<Cipher> ciphers;

    private JcaAesGcm(Provider provider) {
        this.provider = provider;
        this.ciphers = ThreadLocal.withInitial(this::make);
    }

    static JcaAesGcm by(CryptoProvider wanted) {
        return new JcaAesGcm(JcaLookup.require(wanted, "Cipher", TRANSFORMATION));
    }

    private Cipher make() {
        try {
            return Cipher.getInstance(TRANSFORMATION, provider);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " lacks " + TRANSFORMATION, failed);
        }
    }

    @Override
    byte[] sealRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] plaintext, int zeros) {
        try {
            Cipher cipher = sealing(new SecretKeySpec(key, "AES"), parameters(iv));
            cipher.updateAAD(associatedData);
            byte[] sealed = new byte[zeros + plaintext.length + TAG_SIZE];
            cipher.doFinal(plaintext, 0, plaintext.length, sealed, zeros);
            return sealed;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " failed to seal", failed);
        }
    }

    /** A cipher refuses the key and nonce that it had last, but only its own; replayed vectors have them twice. */
    private Cipher sealing(SecretKeySpec key, GCMParameterSpec parameters) throws GeneralSecurityException {
        Cipher cipher = ciphers.get();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
        } catch (InvalidAlgorithmParameterException usedBefore) {
            cipher = make();
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
        }
        return cipher;
    }

    @Override
    byte[] openRaw(
            byte[] key, byte[] iv, byte[] associatedData, int associated, byte[] ciphertext, int offset, int length) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters(iv));
            cipher.updateAAD(associatedData, 0, associated);
            return cipher.doFinal(ciphertext, offset, length);
        } catch (GeneralSecurityException forged) {
            throw new CryptoException();
        }
    }

    private static GCMParameterSpec parameters(byte[] iv) {
        return iv == FIRST_IV ? FIRST : new GCMParameterSpec(TAG_SIZE * Byte.SIZE, iv);
    }
}
