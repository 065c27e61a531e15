package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric functions of section 2, of the Java platform. */
public final class Plain {
    private Plain() {}

    /** Returns ASCII text and one zero octet: how section 2 writes a label. */
    public static Bytes label(String ascii) {
        return Bytes.utf8(ascii + '\0');
    }

    public static Bytes sha256(Bytes... parts) {
        try {
            return Bytes.copyOf(MessageDigest.getInstance("SHA-256")
                    .digest(Bytes.concat(parts).toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Bytes hmac(Bytes key, Bytes... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toByteArray(), "HmacSHA256"));
            return Bytes.copyOf(mac.doFinal(Bytes.concat(parts).toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF-Expand (RFC 5869) of at most 32 octets, which is one HMAC. */
    public static Bytes expand(Bytes prk, Bytes info, int size) {
        return hmac(prk, info, Bytes.of(1)).slice(0, size);
    }

    /** AES-256-GCM; the nonce is four zero octets and the counter, big-endian in eight. */
    public static Bytes seal(Bytes key, long counter, Bytes associatedData, Bytes plaintext) {
        try {
            return gcm(Cipher.ENCRYPT_MODE, key, counter, associatedData, plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reverse of {@link #seal}; {@link IllegalArgumentException} where the tag is wrong. */
    public static Bytes open(Bytes key, long counter, Bytes associatedData, Bytes ciphertext) {
        try {
            return gcm(Cipher.DECRYPT_MODE, key, counter, associatedData, ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not authentic", e);
        }
    }

    private static Bytes gcm(int mode, Bytes key, long counter, Bytes associatedData, Bytes text)
            throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(counter).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.toByteArray(), "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(associatedData.toByteArray());
        return Bytes.copyOf(cipher.doFinal(text.toByteArray()));
    }
}
