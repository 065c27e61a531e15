package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and its HMAC by a JCA provider. */
final class JcaSha256 implements Hash {
    private static final String MAC = "HmacSHA256";

    private final Provider digests;
    private final Provider macs;

    private JcaSha256(Provider digests, Provider macs) {
        this.digests = digests;
        this.macs = macs;
    }

    static JcaSha256 by(CryptoProvider wanted) {
        return new JcaSha256(
                JcaLookup.require(wanted, "MessageDigest", "SHA-256"), JcaLookup.require(wanted, "Mac", MAC));
    }

    @Override
    public String name() {
        return "SHA256";
    }

    @Override
    public int size() {
        return 32;
    }

    @Override
    public Bytes digest(Bytes... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256", digests);
            for (Bytes part : parts) {
                digest.update(part.octets());
            }
            return Bytes.wrap(digest.digest());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(digests.getName() + " failed to hash", failed);
        }
    }

    @Override
    public byte[] hmac(SecretBytes key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC, macs);
            mac.init(new SecretKeySpec(nonEmpty(key.octets()), MAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(macs.getName() + " failed to authenticate", failed);
        }
    }

    /** The JCA takes no empty key; HMAC pads with zeros, so one zero is the same key (RFC 2104 section 2). */
    private static byte[] nonEmpty(byte[] key) {
        return key.length == 0 ? new byte[1] : key;
    }
}
