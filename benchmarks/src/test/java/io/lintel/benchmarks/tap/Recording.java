package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingAead;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.ForwardingHash;
import io.lintel.crypto.ForwardingSignatureScheme;
import io.lintel.crypto.Hash;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SignatureScheme;
import io.lintel.crypto.SigningPublicKey;
import io.lintel.crypto.Suite;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Notes every primitive that a suite is asked for, in order. */
final class Recording {
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    /** Returns a suite that is recorded from now on. */
    CryptoSuite of(CryptoSuite real) {
        return real.withDiffieHellman(new Agreements(real.diffieHellman()))
                .withSignatures(new Signatures(real.signatures()))
                .withAead(new Ciphers(real.aead()))
                .withHash(new Hashes(real.hash()));
    }

    /** Returns what was noted since the last time. */
    List<Call> take() {
        List<Call> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    private void note(Primitive primitive) {
        calls.add(Call.of(primitive));
    }

    /** Notes a key of suite 2 as it comes, and is checked; one of suite 1 when it is first agreed with, and not parsed before. */
    private final class Agreements extends ForwardingDiffieHellman {
        private final Set<DhPublicKey> unread =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        Agreements(DiffieHellman real) {
            super(real);
        }

        @Override
        public DhKeyPair generateKeyPair(SecureRandom random) {
            note(Primitive.KEY_PAIR);
            return super.generateKeyPair(random);
        }

        @Override
        public DhKeyPair generateEphemeral(SecureRandom random) {
            note(Primitive.KEY_PAIR);
            return super.generateEphemeral(random);
        }

        @Override
        public DhKeyPair keyPair(SecretBytes privateKey) {
            note(Primitive.KEY_PAIR);
            return super.keyPair(privateKey);
        }

        @Override
        public DhPublicKey publicKey(Bytes encoded) {
            DhPublicKey key = super.publicKey(encoded);
            if (encoded.size() == Suite.X25519.dhKeySize()) {
                unread.add(key);
            } else {
                note(Primitive.POINT);
            }
            return key;
        }

        @Override
        public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
            if (unread.remove(theirs)) {
                note(Primitive.POINT);
            }
            note(Primitive.AGREEMENT);
            return super.agree(mine, theirs);
        }
    }

    /** Signing is not on the path of any tap, so that it is passed on and a plan never has it. */
    private final class Signatures extends ForwardingSignatureScheme {
        Signatures(SignatureScheme real) {
            super(real);
        }

        @Override
        public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
            calls.add(Call.of(Primitive.VERIFICATION, message.size()));
            return super.verify(key, message, signature);
        }
    }

    private final class Ciphers extends ForwardingAead {
        Ciphers(Aead real) {
            super(real);
        }

        @Override
        public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
            calls.add(new Call(Primitive.SEAL, associatedData.size(), plaintext.length));
            return super.seal(key, nonce, associatedData, plaintext);
        }

        @Override
        public byte[] open(
                SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
            calls.add(new Call(Primitive.OPEN, associatedData.size(), length - TAG_SIZE));
            return super.open(key, nonce, associatedData, ciphertext, offset, length);
        }
    }

    private final class Hashes extends ForwardingHash {
        Hashes(Hash real) {
            super(real);
        }

        @Override
        public Bytes digest(Bytes... parts) {
            int octets = 0;
            for (Bytes part : parts) {
                octets += part.size();
            }
            calls.add(Call.of(Primitive.HASH, octets));
            return super.digest(parts);
        }

        @Override
        public byte[] hmac(SecretBytes key, byte[]... parts) {
            int octets = 0;
            for (byte[] part : parts) {
                octets += part.length;
            }
            calls.add(Call.of(Primitive.HMAC, octets));
            return super.hmac(key, parts);
        }

        /** The first two of its HMACs are what the outputs are derived under and the chaining key. */
        @Override
        public void chain(byte[] chainingKey, byte[] input, byte[] second, byte[] third) {
            int from = calls.size();
            super.chain(chainingKey, input, second, third);
            for (Call call : calls.subList(from, from + 2)) {
                calls.set(from++, Call.of(Primitive.HMAC_IN_PLACE, call.octets()));
            }
        }

        @Override
        public long hmac64(SecretBytes key, byte[] first, byte[] second) {
            calls.add(Call.of(Primitive.HMAC_IN_PLACE, first.length + second.length));
            return ByteBuffer.wrap(super.hmac(key, new byte[][] {first, second}))
                    .getLong();
        }
    }
}
