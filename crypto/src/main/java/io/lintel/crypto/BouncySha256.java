package io.lintel.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SHA-256 and its HMAC by Bouncy Castle. */
final class BouncySha256 implements Hash {
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
        SHA256Digest digest = new SHA256Digest();
        for (Bytes part : parts) {
            digest.update(part.octets(), 0, part.size());
        }
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return Bytes.wrap(result);
    }

    @Override
    public byte[] hmac(SecretBytes key, byte[]... parts) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key.octets()));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }
}
