package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.SigningPrivateKey;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.ReaderArtefactException.Code;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.ReaderConfigurationStatement;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.StatementSigner;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reader's configuration as the site signed it, and as an installer carries it there: a {@link ReaderContent} and the
 * statement that names its reader, its revision and its hash (spec/protocol.md, "Reader configuration").
 *
 * <p>Holding one means that it was signed or verified here. Whether it may replace the one that a reader has is {@link
 * #requireAcceptable}'s to say. It holds the project key: close it.
 */
public final class ReaderArtefact implements AutoCloseable {
    /** The most octets that an encoded artefact takes. */
    public static final int MAX_SIZE_BYTES = 1024 * 1024;

    private final ProjectTrust trust;
    private final Signed<ReaderConfigurationStatement> configuration;
    private final ReaderContent content;
    private final SecretBytes encoded;

    private ReaderArtefact(
            ProjectTrust trust,
            Signed<ReaderConfigurationStatement> configuration,
            ReaderContent content,
            SecretBytes encoded) {
        this.trust = trust;
        this.configuration = configuration;
        this.content = content;
        this.encoded = encoded;
    }

    /**
     * Signs a content, which belongs to the artefact from then on.
     *
     * @param suite of the content's root
     * @param key the private key of the project's issuing key for configurations
     * @param issuingEpoch that key's epoch
     * @param revision one more for each configuration of the project, 1 to 2^32 - 1
     * @throws StatementException if a statement inside is malformed or not authentic, or if that is not the key's epoch
     */
    public static ReaderArtefact sign(
            CryptoSuite suite,
            SigningPrivateKey key,
            int issuingEpoch,
            ReaderContent content,
            long revision,
            Instant issued) {
        ProjectTrust trust = ProjectTrust.pin(suite, content.root(), content.issuingKeys());
        Bytes octets = ReaderContentCodec.write(content);
        ReaderCertificate certificate =
                trust.verifyReaderCertificateAsIssued(content.certificate()).value();
        Bytes signed = new StatementSigner(suite)
                .sign(
                        key,
                        new ReaderConfigurationStatement(
                                trust.project(),
                                issuingEpoch,
                                certificate.readerNumber(),
                                revision,
                                issued,
                                suite.sha256(octets)))
                .bytes();
        return new ReaderArtefact(
                trust, trust.verifyConfigurationAsIssued(signed), content, ReaderArtefactCodec.write(signed, octets));
    }

    /**
     * Reads and verifies what {@link #encode()} returned: the signature against the root inside, as of the time of issue, the
     * content against the statement, and every statement in the content.
     *
     * @param suites the functions of a suite
     * @throws ReaderArtefactException if the octets are no artefact of this version, or not the site's
     */
    public static ReaderArtefact open(SecretBytes encoded, Function<Suite, CryptoSuite> suites) {
        ReaderArtefactCodec.Parts parts = ReaderArtefactCodec.read(encoded);
        ReaderContent content = ReaderContentCodec.read(parts.content());
        try {
            ProjectTrust pinned = pin(content, suites);
            Optional<Signed<RevocationList>> list = content.revocationList().map(pinned::verifyListAsIssued);
            // What the list says of issuing epochs holds for what stands beside it, not for the list.
            ProjectTrust trust = list.map(pinned::withList).orElse(pinned);
            Signed<ReaderConfigurationStatement> configuration =
                    trust.verifyConfigurationAsIssued(parts.configuration());
            if (!configuration.value().contentHash().equals(trust.crypto().sha256(parts.content()))) {
                throw new ReaderArtefactException(Code.NOT_AUTHENTIC);
            }
            ReaderCertificate certificate =
                    trust.verifyReaderCertificateAsIssued(content.certificate()).value();
            if (certificate.readerNumber() != configuration.value().readerNumber()
                    || list.filter(any -> !any.value().isFor(certificate.groups()))
                            .isPresent()) {
                throw new ReaderArtefactException(Code.NOT_AUTHENTIC);
            }
            return new ReaderArtefact(trust, configuration, content, SecretBytes.takeOwnership(encoded.copy()));
        } catch (StatementException | CryptoException notTheSites) {
            content.close();
            throw new ReaderArtefactException(Code.NOT_AUTHENTIC);
        } catch (ReaderArtefactException refused) {
            content.close();
            throw refused;
        }
    }

    private static ProjectTrust pin(ReaderContent content, Function<Suite, CryptoSuite> suites) {
        CryptoSuite suite = suites.apply(ProjectTrust.suiteOf(content.root()));
        return ProjectTrust.pin(suite, content.root(), content.issuingKeys());
    }

    /**
     * Refuses what a reader that has noted no minimum issuing epoch must not take; otherwise as {@link
     * #requireAcceptable(Bytes, Bytes, Optional, int)}.
     */
    public void requireAcceptable(Bytes dhKey, Bytes signingKey, Optional<ReaderArtefact> accepted) {
        requireAcceptable(dhKey, signingKey, accepted, ReaderNotes.NONE.minimumIssuingEpoch());
    }

    /**
     * Refuses what this reader must not take: another reader's artefact, anything older than what it took before, and what a
     * key signed that its lists have given up. Whoever stores the artefact stores it whole, in one step, after this.
     *
     * @param dhKey the reader's own public key
     * @param signingKey the reader's own public key for signatures
     * @param accepted what the reader took last, or empty where this is the first
     * @param minimumIssuingEpoch the highest minimum of a list that was in force, as {@link ReaderNotes} has it
     * @throws ReaderArtefactException with {@link Code#ANOTHER_READER}, {@link Code#ANOTHER_PROJECT}, {@link
     *     Code#ROLLED_BACK}, or {@link Code#NOT_AUTHENTIC} where a list has ended its issuing epoch
     */
    public void requireAcceptable(
            Bytes dhKey, Bytes signingKey, Optional<ReaderArtefact> accepted, int minimumIssuingEpoch) {
        ReaderCertificate certificate = certificate();
        if (!certificate.dhKey().equals(dhKey) || !certificate.signingKey().equals(signingKey)) {
            throw new ReaderArtefactException(Code.ANOTHER_READER);
        }
        accepted.ifPresentOrElse(
                before -> requireSuccessorOf(before, minimumIssuingEpoch),
                () -> requireIssuedFrom(minimumIssuingEpoch));
    }

    /** What a reader has it may have again, whatever its lists have said since. */
    private void requireSuccessorOf(ReaderArtefact before, int minimumIssuingEpoch) {
        if (configuration.bytes().equals(before.configuration.bytes())) {
            return;
        }
        if (!trust.project().equals(before.trust.project())) {
            throw new ReaderArtefactException(Code.ANOTHER_PROJECT);
        }
        requireIssuedFrom(Math.max(minimumIssuingEpoch, before.trust.minimumIssuingEpoch()));
        if (revision() <= before.revision()) {
            throw new ReaderArtefactException(Code.ROLLED_BACK);
        }
    }

    /** Refuses what a key of an earlier epoch signed: whoever has it may sign what he likes. */
    void requireIssuedFrom(int minimumIssuingEpoch) {
        if (configuration.value().issuingEpoch() < minimumIssuingEpoch) {
            throw new ReaderArtefactException(Code.NOT_AUTHENTIC);
        }
    }

    /** Returns the suite that the site speaks. */
    public Suite suite() {
        return trust.suite();
    }

    /** Returns what the site vouches for. */
    public ProjectTrust trust() {
        return trust;
    }

    /** Returns the revision: one more for each configuration of the project. */
    public long revision() {
        return configuration.value().revision();
    }

    /** Returns the signed statement, which holds no secret. */
    public Signed<ReaderConfigurationStatement> configuration() {
        return configuration;
    }

    /** Returns what the site tells its reader; closed with this artefact. */
    public ReaderContent content() {
        return content;
    }

    /** Returns the reader's certificate, verified. */
    public ReaderCertificate certificate() {
        return trust.verifyReaderCertificateAsIssued(content.certificate()).value();
    }

    /** Returns a copy of the octets for the reader's installer, project key included; the caller closes them. */
    public SecretBytes encode() {
        return SecretBytes.takeOwnership(encoded.copy());
    }

    /**
     * Makes the reader that this artefact configures. Every signature in it is checked, as of the time of its issue: a reader
     * that starts after an issuing key has expired starts, and its policy denies what no longer counts.
     *
     * @param dh the reader's DH key pair
     * @param signing the reader's key pair for signatures
     * @throws StatementException if a credential of the directory is malformed or not authentic
     * @throws IllegalArgumentException if the certificate names other keys than these
     */
    public Reader reader(DhKeyPair dh, SigningKeyPair signing, ReaderPorts ports, Instant now) {
        ReaderConfiguration settings = settings(ports.suite());
        return new Reader(new ReaderIdentity(dh, signing, certificate(settings)), settings, ports, now);
    }

    /** Returns the reader's certificate, verified as of its issue by what the list inside does not take back. */
    Signed<ReaderCertificate> certificate(ReaderConfiguration settings) {
        return settings.trust().verifyReaderCertificateAsIssued(content.certificate());
    }

    /** Returns what it tells its reader, every signature checked as of the time of its issue. */
    ReaderConfiguration settings(CryptoSuite suite) {
        ProjectTrust pinned = ProjectTrust.pin(suite, content.root(), content.issuingKeys());
        return new ReaderConfiguration(
                pinned,
                content.projectKey(),
                content.policy(),
                ReaderLimits.standard().withCold(content.coldAfterUses(), content.coldAfter()),
                content.directory().stream()
                        .map(pinned::verifyCredentialAsIssued)
                        .toList(),
                content.revocationList().map(pinned::verifyListAsIssued),
                revision());
    }

    /** Names reader and revision, and shows nothing else. */
    @Override
    public String toString() {
        return "ReaderArtefact[reader " + configuration.value().readerNumber() + ", revision " + revision() + "]";
    }

    /** Destroys the project key, which a {@link Reader} made from this still needs, and the octets. */
    @Override
    public void close() {
        encoded.close();
        content.close();
    }
}
