package io.lintel.conformance;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingAead;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.ForwardingSignatureScheme;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SignatureScheme;
import io.lintel.crypto.SigningPublicKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Primitives that leave out one check each, as hasty firmware does. */
final class CarelessCrypto {
    private static final int OPENER_PAYLOAD = 9;
    private static final int FLAGS = 4;
    private static final Set<Integer> PADDED = Set.of(161, 193);

    private CarelessCrypto() {}

    /** Does not compare tags. */
    static CryptoSuite withoutTags(CryptoSuite suite) {
        return suite.withAead(new Tagless(suite.aead()));
    }

    /** Sets reserved flags in the openers that it seals. */
    static CryptoSuite withReservedFlags(CryptoSuite suite) {
        return withOpeners(suite, payload -> payload[FLAGS] |= (byte) 0x80);
    }

    /** Says an epoch in the openers that it seals which is one above that of the list in force. */
    static CryptoSuite withInflatedListEpoch(CryptoSuite suite) {
        return withOpeners(suite, payload -> payload[OPENER_PAYLOAD - 1]++);
    }

    private static CryptoSuite withOpeners(CryptoSuite suite, Consumer<byte[]> spoiler) {
        return suite.withAead(new ForwardingAead(suite.aead()) {
            @Override
            public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
                byte[] sealed = plaintext.clone();
                if (sealed.length == OPENER_PAYLOAD) {
                    spoiler.accept(sealed);
                }
                return super.seal(key, nonce, associatedData, sealed);
            }
        });
    }

    /** Takes whatever stands behind a certificate, or a credential in a message of its own, for padding. */
    static CryptoSuite withoutPadding(CryptoSuite suite) {
        return suite.withAead(new ForwardingAead(suite.aead()) {
            @Override
            public byte[] open(
                    SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
                byte[] opened = super.open(key, nonce, associatedData, ciphertext, offset, length);
                int end = opened.length == 0 ? 0 : 1 + (opened[0] & 0xff);
                if (PADDED.contains(opened.length) && end < opened.length) {
                    Arrays.fill(opened, end, opened.length, (byte) 0);
                }
                return opened;
            }
        });
    }

    /** Takes every signature for right. */
    static CryptoSuite withoutSignatures(CryptoSuite suite) {
        return suite.withSignatures(new Credulous(suite.signatures()));
    }

    /** Goes on with a shared secret of zeros. */
    static CryptoSuite withoutZeroCheck(CryptoSuite suite) {
        return suite.withDiffieHellman(new Zeros(suite.diffieHellman()));
    }

    private static final class Tagless extends ForwardingAead {
        private static final int FIRST_BLOCK = 2;

        Tagless(Aead real) {
            super(real);
        }

        @Override
        public byte[] open(
                SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
            byte[] counter = ByteBuffer.allocate(16)
                    .putInt(0)
                    .putLong(nonce)
                    .putInt(FIRST_BLOCK)
                    .array();
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key.copy(), "AES"), new IvParameterSpec(counter));
                return cipher.doFinal(Arrays.copyOfRange(ciphertext, offset, offset + length - TAG_SIZE));
            } catch (GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private static final class Credulous extends ForwardingSignatureScheme {
        Credulous(SignatureScheme real) {
            super(real);
        }

        @Override
        public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
            return true;
        }
    }

    private static final class Zeros extends ForwardingDiffieHellman {
        Zeros(DiffieHellman real) {
            super(real);
        }

        @Override
        public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
            try {
                return super.agree(mine, theirs);
            } catch (CryptoException zeros) {
                return SecretBytes.takeOwnership(new byte[32]);
            }
        }
    }
}
