package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a site tells its reader, as the octets that an installer carries there: everything except the reader's own private
 * keys, which never leave it. It holds the project key (KEY-05): keep it nowhere but in the reader, and close it.
 *
 * @param root the signed project root, which the reader pins
 * @param issuingKeys the signed issuing keys
 * @param projectKey the key epoch that the reader shall speak
 * @param certificate the reader's signed certificate
 * @param revocationList the newest signed list, or empty
 * @param directory signed credentials that the reader is given
 * @param policy the values of the built-in policy
 * @param coldAfterUses fast taps until a cold tap is forced
 * @param coldAfter age of a ratchet at which a cold tap is forced, whole seconds
 */
public record ReaderArtefact(
        Bytes root,
        List<Bytes> issuingKeys,
        ProjectKey projectKey,
        Bytes certificate,
        Optional<Bytes> revocationList,
        List<Bytes> directory,
        PolicySettings policy,
        int coldAfterUses,
        Duration coldAfter)
        implements AutoCloseable {
    /** The most octets that an encoded artefact takes. */
    public static final int MAX_SIZE_BYTES = 4 * 1024 * 1024;

    public ReaderArtefact {
        issuingKeys = List.copyOf(issuingKeys);
        directory = List.copyOf(directory);
    }

    /**
     * Reads what {@link #encode()} wrote. Signatures are checked by {@link #reader}, not here.
     *
     * @throws ReaderArtefactException if the octets are no artefact of this version
     */
    public static ReaderArtefact decode(SecretBytes encoded) {
        return ReaderArtefactCodec.read(encoded);
    }

    /** Returns the octets for the reader's installer, project key included; the caller closes them. */
    public SecretBytes encode() {
        return ReaderArtefactCodec.write(this);
    }

    /**
     * Returns the suite that the site speaks.
     *
     * @throws StatementException if the root is malformed
     */
    public Suite suite() {
        return ProjectTrust.suiteOf(root);
    }

    /**
     * Makes the reader that this artefact configures. Every signature in it is checked, as of the time of its issue: a reader
     * that starts after an issuing key has expired starts, and its policy denies what no longer counts.
     *
     * @param dh the reader's DH key pair
     * @param signing the reader's key pair for signatures
     * @throws StatementException if a statement is malformed or not authentic
     * @throws CryptoException if the root's key is none
     * @throws IllegalArgumentException if the certificate names other keys than these
     */
    public Reader reader(DhKeyPair dh, SigningKeyPair signing, ReaderPorts ports, Instant now) {
        ProjectTrust trust = ProjectTrust.pin(ports.suite(), root, issuingKeys);
        ReaderConfiguration configuration = new ReaderConfiguration(
                trust,
                projectKey,
                policy,
                ReaderLimits.standard().withCold(coldAfterUses, coldAfter),
                directory.stream().map(trust::verifyCredentialAsIssued).toList(),
                revocationList.map(trust::verifyListAsIssued));
        ReaderIdentity identity = new ReaderIdentity(dh, signing, trust.verifyReaderCertificateAsIssued(certificate));
        return new Reader(identity, configuration, ports, now);
    }

    /** Counts the statements and shows none of them. */
    @Override
    public String toString() {
        return "ReaderArtefact[key epoch " + projectKey.epoch() + ", " + issuingKeys.size() + " issuing keys, "
                + directory.size() + " credentials]";
    }

    /** Destroys the project key, which a {@link Reader} made from this still needs. */
    @Override
    public void close() {
        projectKey.key().close();
    }
}
