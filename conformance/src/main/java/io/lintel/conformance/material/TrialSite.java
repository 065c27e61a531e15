package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorSettings;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderClock;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a site for a trial, and what its reader is told.
 *
 * @param material what the kit goes by
 * @param artefact the reader's configuration as an installer carries it; close it
 */
public record TrialSite(Material material, ReaderArtefact artefact) implements AutoCloseable {
    /** How long a site's keys and its list count. */
    public static final Duration LIFETIME = Duration.ofDays(365);

    private static final int EPOCH = 1;

    /** Makes a site whose reader has keys of the kit's making. */
    public static TrialSite make(CryptoSuite suite, SecureRandom random, Instant now) {
        return make(suite, random, now, suite.generateDhKeyPair(), suite.generateSigningKeyPair());
    }

    /** Makes a site for a reader whose keys the kit may have. */
    public static TrialSite make(
            CryptoSuite suite, SecureRandom random, Instant now, DhKeyPair dh, SigningKeyPair signing) {
        return new Draft(suite, random, now)
                .site(dh.publicKey().encoded(), signing.publicKey().encoded(), Optional.of(dh), Optional.of(signing));
    }

    /**
     * Makes a site for a reader that made its own keys.
     *
     * @throws IllegalArgumentException if the request is of another suite, or does not prove its keys
     */
    public static TrialSite make(CryptoSuite suite, SecureRandom random, Instant now, ReaderRequest request) {
        if (request.suite() != suite.id() || !request.isProven(suite)) {
            throw new IllegalArgumentException("the reader's request is of another suite, or its signature is wrong");
        }
        return new Draft(suite, random, now)
                .site(request.dhKey(), request.signingKey(), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {
        artefact.close();
    }

    /** What is drawn for one site. */
    private static final class Draft {
        private final CryptoSuite suite;
        private final SecureRandom random;
        private final Instant now;
        private final Instant created;
        private final StatementSigner signer;
        private final SigningKeyPair rootKey;
        private final Map<Purpose, SigningKeyPair> issuing = new EnumMap<>(Purpose.class);
        private final Bytes root;
        private final ProjectId project;

        Draft(CryptoSuite suite, SecureRandom random, Instant now) {
            this.suite = suite;
            this.random = random;
            this.now = now.truncatedTo(ChronoUnit.SECONDS);
            this.created = this.now.minus(Duration.ofDays(1));
            this.signer = new StatementSigner(suite);
            this.rootKey = suite.generateSigningKeyPair();
            for (Purpose purpose : Purpose.values()) {
                issuing.put(purpose, suite.generateSigningKeyPair());
            }
            var signed = signer.sign(
                    rootKey, new ProjectRoot(suite.id(), rootKey.publicKey().encoded(), created));
            this.root = signed.bytes();
            this.project = signed.value().project();
        }

        TrialSite site(
                Bytes readerKey, Bytes readerSigningKey, Optional<DhKeyPair> dh, Optional<SigningKeyPair> signing) {
            ProjectKey projectKey = new ProjectKey(EPOCH, SecretBytes.random(ProjectKey.SIZE_BYTES, random));
            SigningKeyPair credentialKey = key(Purpose.CREDENTIAL);
            Material material = new Material(
                    suite,
                    root,
                    issuingKeys(),
                    credentialKey,
                    key(Purpose.READER),
                    key(Purpose.LIST),
                    projectKey,
                    certificate(readerKey, readerSigningKey),
                    dh,
                    signing,
                    list(),
                    holder(Material.BASE_SERIAL),
                    holder(Material.BASE_SERIAL + 1));
            return new TrialSite(material, artefact(material));
        }

        private SigningKeyPair key(Purpose purpose) {
            return Optional.ofNullable(issuing.get(purpose)).orElseThrow();
        }

        private List<Bytes> issuingKeys() {
            return issuing.entrySet().stream()
                    .map(entry -> signer.sign(
                                    rootKey.privateKey(),
                                    new IssuingKey(
                                            project,
                                            entry.getKey(),
                                            EPOCH,
                                            entry.getValue().publicKey().encoded(),
                                            created,
                                            now.plus(LIFETIME)))
                            .bytes())
                    .toList();
        }

        private Bytes certificate(Bytes dhKey, Bytes signingKey) {
            return signer.sign(
                            key(Purpose.READER).privateKey(),
                            new ReaderCertificate(
                                    project,
                                    EPOCH,
                                    1,
                                    dhKey,
                                    signingKey,
                                    Set.of(Material.GROUP, Material.GROUP + 1),
                                    Technology.NONE,
                                    created,
                                    now.plus(LIFETIME)))
                    .bytes();
        }

        private Bytes list() {
            return signer.sign(
                            key(Purpose.LIST).privateKey(),
                            new RevocationList(
                                    project,
                                    EPOCH,
                                    1,
                                    EPOCH,
                                    EPOCH,
                                    created,
                                    now.plus(LIFETIME),
                                    Set.of(),
                                    CodedSerials.of(Material.BASE_SERIAL, SerialSet.of(Material.REVOKED_SERIAL)),
                                    RevocationList.ALL_GROUPS))
                    .bytes();
        }

        private Holder holder(long serial) {
            DhKeyPair key = suite.generateDhKeyPair();
            return new Holder(
                    key,
                    signer.sign(
                                    key(Purpose.CREDENTIAL).privateKey(),
                                    new CredentialTerms(serial, now)
                                            .of(project, key.publicKey().encoded()))
                            .bytes());
        }

        private ReaderArtefact artefact(Material material) {
            PolicySettings policy = new PolicySettings(
                    EnumSet.allOf(Transport.class),
                    EnumSet.of(Trigger.LIST, Trigger.WIDGET, Trigger.AUTOMATIC),
                    PolicySettings.PersonVerification.AS_CREDENTIAL_SAYS,
                    Duration.ofSeconds(2),
                    Duration.ZERO,
                    ReaderClock.within(Duration.ofMinutes(10)));
            ReaderContent content = new ReaderContent(
                    root,
                    material.issuingKeys(),
                    material.certificate(),
                    new ProjectKey(
                            EPOCH,
                            SecretBytes.takeOwnership(
                                    material.projectKey().key().copy())),
                    Optional.of(material.list()),
                    List.of(material.listed().credential()),
                    policy,
                    Material.COLD_AFTER_USES,
                    Duration.ofDays(30),
                    new DoorSettings("Conformance trial", 10, 40, DoorBehaviour.standard()),
                    Optional.empty());
            return ReaderArtefact.sign(suite, key(Purpose.CONFIGURATION).privateKey(), EPOCH, content, 1, now);
        }
    }
}
