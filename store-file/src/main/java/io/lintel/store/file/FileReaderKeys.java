package io.lintel.store.file;

import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A reader's own keys in a file that only its owner can read. Thread-safe; several processes agree on one set of keys.
 *
 * <p>Throws {@link FileStoreException} where a file cannot be read or written. Damaged keys are never replaced by new
 * ones: a reader with new keys needs a new certificate, and somebody has to decide that.
 */
public final class FileReaderKeys {
    private static final String NAME = "reader.keys";

    private final DurableDirectory directory;
    private final DirectoryLock lock;

    private FileReaderKeys(DurableDirectory directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory);
    }

    /** Opens the keys in {@code directory}, which is made if it is not there. */
    public static FileReaderKeys open(Path directory) {
        return new FileReaderKeys(DurableDirectory.open(directory));
    }

    /** The keys, if this reader has made them; of {@code suite}, or the file is the wrong one. */
    public Optional<ReaderKeys> load(CryptoSuite suite) {
        return directory.read(FileKind.READER_KEYS, NAME).map(content -> decode(content, suite));
    }

    /** The keys, made and durable when this returns if there were none. */
    public ReaderKeys loadOrMake(CryptoSuite suite) {
        return lock.whileHeld(() -> load(suite).orElseGet(() -> make(suite)));
    }

    /** Replaces the keys by new ones: a reset. The old ones are gone, and with them what their certificate was worth. */
    public ReaderKeys reset(CryptoSuite suite) {
        return lock.whileHeld(() -> make(suite));
    }

    private ReaderKeys make(CryptoSuite suite) {
        ReaderKeys keys = new ReaderKeys(suite.generateDhKeyPair(), suite.generateSigningKeyPair());
        byte[] content = encode(keys, suite);
        try {
            directory.write(FileKind.READER_KEYS, NAME, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
        return keys;
    }

    private static byte[] encode(ReaderKeys keys, CryptoSuite suite) {
        try (ContentWriter out = new ContentWriter();
                SecretBytes dh = keys.dh().privateKey().encoded();
                SecretBytes signing = keys.signing().privateKey().encoded()) {
            out.int32(suite.id().id())
                    .secret(dh)
                    .bytes(keys.dh().publicKey().encoded())
                    .secret(signing)
                    .bytes(keys.signing().publicKey().encoded());
            return out.content();
        }
    }

    private ReaderKeys decode(byte[] content, CryptoSuite suite) {
        Path file = directory.path(NAME);
        return ContentReader.read(content, file, in -> {
            int suiteId = in.int32();
            if (suiteId != suite.id().id()) {
                throw new FileStoreException.Corrupt(
                        file,
                        "it holds keys of suite " + suiteId + ", and this reader's site has suite "
                                + suite.id().id());
            }
            try (SecretBytes dhSecret = in.secret()) {
                DhKeyPair dh = suite.dhKeyPair(dhSecret);
                requireSame(dh.publicKey().encoded().equals(in.bytes()));
                try (SecretBytes signingSecret = in.secret()) {
                    SigningKeyPair signing = suite.signingKeyPair(signingSecret);
                    requireSame(signing.publicKey().encoded().equals(in.bytes()));
                    return new ReaderKeys(dh, signing);
                }
            } catch (CryptoException notAKey) {
                throw new IllegalArgumentException("no key pair", notAKey);
            }
        });
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw new IllegalArgumentException("the public key is not the private key's");
        }
    }
}
