package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.SigningPrivateKey;

/**
 * The maker of signed statements of one suite. Immutable; as safe for threads as its {@link CryptoSuite}.
 *
 * <p>It signs what it is given: that the key is the one of the purpose and epoch that the statement names is the caller's
 * business, and shows when somebody verifies. Keys of another suite's size are refused with {@link
 * IllegalArgumentException}.
 */
public final class StatementSigner {
    private final CryptoSuite suite;

    /** Creates a signer for projects of that suite. */
    public StatementSigner(CryptoSuite suite) {
        this.suite = suite;
    }

    /**
     * Signs a root with its own key.
     *
     * @throws IllegalArgumentException where {@code rootKey} is not the pair that the root names
     */
    public Signed<ProjectRoot> sign(SigningKeyPair rootKey, ProjectRoot root) {
        Require.that(
                root.suite() == suite.id()
                        && root.rootKey().equals(rootKey.publicKey().encoded()),
                "a root is signed by the very key that it names, of this signer's suite");
        return sign(StatementKinds.ROOT, rootKey.privateKey(), root);
    }

    /** Signs an issuing key with the root's private key. */
    public Signed<IssuingKey> sign(SigningPrivateKey rootKey, IssuingKey issuingKey) {
        return sign(StatementKinds.ISSUING_KEY, rootKey, issuingKey);
    }

    /** Signs a reader certificate with the private key of an issuing key of purpose {@link Purpose#READER}. */
    public Signed<ReaderCertificate> sign(SigningPrivateKey issuingKey, ReaderCertificate certificate) {
        return sign(StatementKinds.READER_CERTIFICATE, issuingKey, certificate);
    }

    /** Signs a credential with the private key of an issuing key of purpose {@link Purpose#CREDENTIAL}. */
    public Signed<Credential> sign(SigningPrivateKey issuingKey, Credential credential) {
        return sign(StatementKinds.CREDENTIAL, issuingKey, credential);
    }

    /** Signs a revocation list with the private key of an issuing key of purpose {@link Purpose#LIST}. */
    public Signed<RevocationList> sign(SigningPrivateKey issuingKey, RevocationList list) {
        return sign(StatementKinds.REVOCATION_LIST, issuingKey, list);
    }

    /** Signs a reader's configuration with the private key of an issuing key of purpose {@link Purpose#CONFIGURATION}. */
    public Signed<ReaderConfigurationStatement> sign(
            SigningPrivateKey issuingKey, ReaderConfigurationStatement configuration) {
        return sign(StatementKinds.READER_CONFIGURATION, issuingKey, configuration);
    }

    /** Signs a list's head with the private key of an issuing key of purpose {@link Purpose#LIST}. */
    public Signed<ListHead> sign(SigningPrivateKey issuingKey, ListHead head) {
        return sign(StatementKinds.LIST_HEAD, issuingKey, head);
    }

    /** Signs a receipt with the reader's own private key for signatures. */
    public Signed<Receipt> sign(SigningPrivateKey readerKey, Receipt receipt) {
        return sign(StatementKinds.RECEIPT, readerKey, receipt);
    }

    private <T> Signed<T> sign(StatementCodec<T> codec, SigningPrivateKey key, T value) {
        Require.that(codec.fits(value, suite.id()), "a key in this " + codec.kind() + " is of another suite's size");
        Bytes body = StatementForm.encode(codec, value);
        Bytes signature = suite.sign(key, StatementForm.signedMessage(codec, body));
        return new Signed<>(value, Bytes.concat(body, signature));
    }
}
