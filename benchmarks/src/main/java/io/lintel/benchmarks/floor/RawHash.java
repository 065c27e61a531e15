package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SHA-256 and its HMAC, by one provider. */
interface RawHash {
    /** The octets of a digest and of every key. */
    int SIZE = 32;

    /** Returns the hash of so many octets. */
    Step digest(int octets);

    /** Returns the HMAC of so many octets under a key that the provider is given anew. */
    Step hmac(int octets);

    static RawHash of(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE
                ? new Bouncy(new SHA256Digest(), new HMac(new SHA256Digest()))
                : new Jca(
                        MessageDigest.getInstance("SHA-256", Providers.of(provider, "MessageDigest", "SHA-256")),
                        Mac.getInstance(Jca.MAC, Providers.of(provider, "Mac", Jca.MAC)));
    }

    /** By a JCA provider. */
    record Jca(MessageDigest digest, Mac mac) implements RawHash {
        static final String MAC = "HmacSHA256";

        @Override
        public Step digest(int octets) {
            byte[] message = Providers.random(octets);
            return () -> digest.digest(message)[0];
        }

        @Override
        public Step hmac(int octets) {
            byte[] key = Providers.random(SIZE);
            byte[] message = Providers.random(octets);
            return () -> {
                mac.init(new SecretKeySpec(key, MAC));
                return mac.doFinal(message)[0];
            };
        }
    }

    /** By Bouncy Castle. */
    record Bouncy(SHA256Digest digest, HMac mac) implements RawHash {
        @Override
        public Step digest(int octets) {
            byte[] message = Providers.random(octets);
            byte[] result = new byte[SIZE];
            return () -> {
                digest.update(message, 0, message.length);
                digest.doFinal(result, 0);
                return result[0];
            };
        }

        @Override
        public Step hmac(int octets) {
            byte[] key = Providers.random(SIZE);
            byte[] message = Providers.random(octets);
            byte[] result = new byte[SIZE];
            return () -> {
                mac.init(new KeyParameter(key));
                mac.update(message, 0, message.length);
                mac.doFinal(result, 0);
                return result[0];
            };
        }
    }
}
