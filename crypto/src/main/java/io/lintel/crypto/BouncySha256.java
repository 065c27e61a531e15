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
        void update(byte[] octets, int length) {
            digest.update(octets, 0, length);
        }

        @Override
        void finish(byte[] target, int offset) {
            digest.doFinal(target, offset);
        }

        @Override
        void reset() {
            digest.reset();
        }
    }
}
