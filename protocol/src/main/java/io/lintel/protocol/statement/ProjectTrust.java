package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningPublicKey;
import io.lintel.crypto.Suite;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What one project's pinned root vouches for: it verifies the project's issuing keys, and through them reader
 * certificates, reader configurations, credentials and revocation lists.
 *
 * <p>Immutable and safe for threads; what adds to it returns another. Verification costs one signature, so callers that
 * meet a statement again keep the result under the SHA-256 of the exact octets ({@link Signed#fingerprint()}), and ask
 * {@link #trusts} again at each use, because issuing keys expire and minimum epochs rise.
 *
 * <p>Every method that takes signed octets throws {@link StatementException}: {@link StatementException.Code#MALFORMED}
 * where they are not a statement of the kind asked for, {@link StatementException.Code#NOT_AUTHENTIC} for every other
 * failure alike. Time comes from the caller; a reader without a clock passes its clock's floor.
 */
public final class ProjectTrust {
    private final CryptoSuite suite;
    private final Signed<ProjectRoot> root;
    private final ProjectId project;
    private final SigningPublicKey rootKey;
    private final Issuers issuers;

    private ProjectTrust(CryptoSuite suite, Signed<ProjectRoot> root, SigningPublicKey rootKey, Issuers issuers) {
        this.suite = suite;
        this.root = root;
        this.project = root.value().project();
        this.rootKey = rootKey;
        this.issuers = issuers;
    }

    /**
     * Trusts a root, and the issuing keys that it signed. The caller vouches for the root: it came from a trusted hand, or
     * its {@link Signed#fingerprint()} is the one that did.
     *
     * @param suite of the root's {@link #suiteOf suite}
     * @throws StatementException where the root is malformed, of another suite or not signed by itself, or where an
     *     issuing key is not the root's
     */
    public static ProjectTrust pin(CryptoSuite suite, Bytes signedRoot, Collection<Bytes> signedIssuingKeys) {
        ProjectRoot root = StatementForm.decode(StatementKinds.ROOT, signedRoot);
        if (root.suite() != suite.id()) {
            throw StatementException.notAuthentic(StatementKinds.ROOT.kind());
        }
        SigningPublicKey rootKey = publicKey(suite, root.rootKey(), StatementKinds.ROOT);
        Signed<ProjectRoot> verified = verifySignature(suite, rootKey, StatementKinds.ROOT, root, signedRoot);
        ProjectTrust trust = new ProjectTrust(suite, verified, rootKey, Issuers.NONE);
        for (Bytes issuingKey : signedIssuingKeys) {
            trust = trust.withIssuingKey(issuingKey);
        }
        return trust;
    }

    /**
     * Returns the suite that a root names, so that a caller can choose the {@link CryptoSuite} to pin it with. Nothing is
     * verified.
     *
     * @throws StatementException where the root is malformed
     */
    public static Suite suiteOf(Bytes signedRoot) {
        return StatementForm.decode(StatementKinds.ROOT, signedRoot).suite();
    }

    /**
     * Returns the {@link ReaderCertificate#keyFingerprint() fingerprint} of the reader that a receipt names, so that a caller
     * can find the certificate to verify it with. Nothing is verified.
     *
     * @throws StatementException where the receipt is malformed
     */
    public static Bytes readerKeyOf(Bytes signedReceipt) {
        return StatementForm.decode(StatementKinds.RECEIPT, signedReceipt).readerKey();
    }

    /** Returns the project. */
    public ProjectId project() {
        return project;
    }

    /** Returns the project's suite. */
    public Suite suite() {
        return suite.id();
    }

    /** Returns the suite's functions, as they were given. */
    public CryptoSuite crypto() {
        return suite;
    }

    /** Returns the pinned root. */
    public Signed<ProjectRoot> root() {
        return root;
    }

    /** Returns the issuing keys that were added, whatever their epoch and expiry, in no particular order. */
    public Collection<Signed<IssuingKey>> issuingKeys() {
        return issuers.statements();
    }

    /** Returns the lowest issuing epoch whose statements are believed, 1 to 65535. */
    public int minimumIssuingEpoch() {
        return issuers.minimumEpoch();
    }

    /**
     * Returns this trust with one more issuing key. The same key of the same epoch again replaces the earlier statement if
     * it was issued later; another key for a purpose and epoch that has one is refused.
     *
     * @throws StatementException where the root did not sign it for this project
     * @throws IllegalStateException where there are already {@value Issuers#MAX_KEYS} keys
     */
    public ProjectTrust withIssuingKey(Bytes signedIssuingKey) {
        StatementCodec<IssuingKey> codec = StatementKinds.ISSUING_KEY;
        IssuingKey key = StatementForm.decode(codec, signedIssuingKey);
        if (!key.project().equals(project)) {
            throw StatementException.notAuthentic(codec.kind());
        }
        Signed<IssuingKey> verified = verifySignature(suite, rootKey, codec, key, signedIssuingKey);
        return with(issuers.with(new Issuer(verified, publicKey(suite, key.key(), codec))));
    }

    /** Returns this trust believing no statement of a lower issuing epoch. The minimum never falls. */
    public ProjectTrust withMinimumIssuingEpoch(int minimumIssuingEpoch) {
        Require.epoch(minimumIssuingEpoch, "minimum issuing epoch");
        return minimumIssuingEpoch <= issuers.minimumEpoch() ? this : with(issuers.withMinimum(minimumIssuingEpoch));
    }

    /**
     * Returns this trust with the minimum issuing epoch of a verified list.
     *
     * @throws IllegalArgumentException for a list of another project
     */
    public ProjectTrust withList(Signed<RevocationList> list) {
        Require.that(list.value().project().equals(project), "the list is another project's");
        return withMinimumIssuingEpoch(list.value().minimumIssuingEpoch());
    }

    /** Verifies a credential. That it opens a door, and when, is for the reader's policy to say. */
    public Signed<Credential> verifyCredential(Bytes signed, Instant now) {
        return verify(StatementKinds.CREDENTIAL, signed, now);
    }

    /** Verifies a reader certificate. Its expiry, and whether the list revokes its key, is for the caller to check. */
    public Signed<ReaderCertificate> verifyReaderCertificate(Bytes signed, Instant now) {
        return verify(StatementKinds.READER_CERTIFICATE, signed, now);
    }

    /** Verifies a revocation list. Its list epoch and expiry are for the caller to check. */
    public Signed<RevocationList> verifyList(Bytes signed, Instant now) {
        return verify(StatementKinds.REVOCATION_LIST, signed, now);
    }

    /** Verifies a revocation list for a reader of these groups; one that is not for it is none of its. */
    public Signed<RevocationList> verifyListFor(Set<Integer> groups, Bytes signed, Instant now) {
        Signed<RevocationList> list = verifyList(signed, now);
        if (!list.value().isFor(groups)) {
            throw StatementException.notAuthentic(StatementKinds.REVOCATION_LIST.kind());
        }
        return list;
    }

    /** Verifies the head of a list for a reader of these groups; one that is not for it is none of its. */
    public Signed<ListHead> verifyListHeadFor(Set<Integer> groups, Bytes signed, Instant now) {
        Signed<ListHead> head = verifyListHead(signed, now);
        if (!head.value().isFor(groups)) {
            throw StatementException.notAuthentic(StatementKinds.LIST_HEAD.kind());
        }
        return head;
    }

    /** Verifies the head of a revocation list. Its list epoch is for the caller to check. */
    public Signed<ListHead> verifyListHead(Bytes signed, Instant now) {
        return verify(StatementKinds.LIST_HEAD, signed, now);
    }

    /**
     * Verifies a receipt by the key in its reader's certificate. That the certificate still counts, and that the receipt is
     * newer than others, is for the caller to check.
     */
    public Signed<Receipt> verifyReceipt(ReaderCertificate reader, Bytes signed) {
        StatementCodec<Receipt> codec = StatementKinds.RECEIPT;
        Receipt receipt = StatementForm.decode(codec, signed);
        boolean named = receipt.project().equals(project)
                && reader.project().equals(project)
                && receipt.readerKey().equals(reader.keyFingerprint());
        if (!named) {
            throw StatementException.notAuthentic(codec.kind());
        }
        return verifySignature(suite, publicKey(suite, reader.signingKey(), codec), codec, receipt, signed);
    }

    /** Verifies a credential as of its issue: for one that was accepted before. {@link #trusts} says if it still counts. */
    public Signed<Credential> verifyCredentialAsIssued(Bytes signed) {
        return verifyAsIssued(StatementKinds.CREDENTIAL, signed);
    }

    /** Verifies a reader certificate as of its issue: for a reader's own. */
    public Signed<ReaderCertificate> verifyReaderCertificateAsIssued(Bytes signed) {
        return verifyAsIssued(StatementKinds.READER_CERTIFICATE, signed);
    }

    /** Verifies a reader's configuration as of its issue. Whose it is, and its revision, is for the caller to check. */
    public Signed<ReaderConfigurationStatement> verifyConfigurationAsIssued(Bytes signed) {
        return verifyAsIssued(StatementKinds.READER_CONFIGURATION, signed);
    }

    /** Verifies a revocation list as of its issue: for one that was in force before. */
    public Signed<RevocationList> verifyListAsIssued(Bytes signed) {
        return verifyAsIssued(StatementKinds.REVOCATION_LIST, signed);
    }

    /**
     * Returns whether a statement that was verified once would still be: its issuing key is known, of no epoch below the
     * minimum, not expired, and signed it in its time. Costs no signature.
     */
    public boolean trusts(Signed<? extends IssuedStatement> statement, Instant now) {
        return issuerOf(statement.value(), now).isPresent();
    }

    private Optional<Issuer> issuerOf(IssuedStatement statement, Instant now) {
        if (!statement.project().equals(project)) {
            return Optional.empty();
        }
        Optional<Issuer> found = issuers.find(statement.purpose(), statement.issuingEpoch());
        return found.isPresent() && found.get().covers(statement.issued(), now) ? found : Optional.empty();
    }

    private <T extends IssuedStatement> Signed<T> verify(StatementCodec<T> codec, Bytes signed, Instant now) {
        T value = StatementForm.decode(codec, signed);
        Issuer issuer = issuerOf(value, now).orElseThrow(() -> StatementException.notAuthentic(codec.kind()));
        return verifySignature(suite, issuer.key(), codec, value, signed);
    }

    private <T extends IssuedStatement> Signed<T> verifyAsIssued(StatementCodec<T> codec, Bytes signed) {
        return verify(codec, signed, StatementForm.decode(codec, signed).issued());
    }

    private static <T> Signed<T> verifySignature(
            CryptoSuite suite, SigningPublicKey key, StatementCodec<T> codec, T value, Bytes signed) {
        Bytes message = StatementForm.signedMessage(codec, StatementForm.body(signed));
        if (!codec.fits(value, suite.id()) || !suite.verify(key, message, StatementForm.signature(signed))) {
            throw StatementException.notAuthentic(codec.kind());
        }
        return new Signed<>(value, signed);
    }

    private static SigningPublicKey publicKey(CryptoSuite suite, Bytes encoded, StatementCodec<?> codec) {
        try {
            return suite.signingPublicKey(encoded);
        } catch (CryptoException e) {
            throw StatementException.notAuthentic(codec.kind());
        }
    }

    private ProjectTrust with(Issuers changed) {
        return new ProjectTrust(suite, root, rootKey, changed);
    }
}
