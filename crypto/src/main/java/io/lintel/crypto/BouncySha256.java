package io.lintel.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;

/** SHA-256 by Bouncy Castle. */
final class BouncySha256 extends ReusedSha256 {
    BouncySha256() {
        super(Bouncy::new);
    }

    private static final class Bouncy extends Workspace {
        private final SHA256Digest digest = new SHA256Digest();

        @Override
        void update(byte[] octets) {
            digest.update(octets, 0, octets.length);
        }

        @Override
        void finish(byte[] target) {
            digest.doFinal(target, 0);
        }

        @Override
        void reset() {
            digest.reset();
        }
    }
}
