package io.lintel.crypto;

import java.util.function.Supplier;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A hash function that the published Noise vectors use and the product does not.
 *
 * @param name Noise's name of it
 * @param digests makes a fresh one
 */
record DigestHash(String name, Supplier<Digest> digests) implements Hash {
    static final Hash SHA512 = new DigestHash("SHA512", SHA512Digest::new);
    static final Hash BLAKE2S = new DigestHash("BLAKE2s", () -> new Blake2sDigest(256));
    static final Hash BLAKE2B = new DigestHash("BLAKE2b", () -> new Blake2bDigest(512));

    @Override
    public int size() {
        return digests.get().getDigestSize();
    }

    @Override
    public Bytes digest(Bytes... parts) {
        Digest digest = digests.get();
        for (Bytes part : parts) {
            digest.update(part.octets(), 0, part.size());
        }
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return Bytes.copyOf(result);
    }

    @Override
    public byte[] hmac(SecretBytes key, byte[]... parts) {
        HMac mac = new HMac(digests.get());
        mac.init(new KeyParameter(key.octets()));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }
}
