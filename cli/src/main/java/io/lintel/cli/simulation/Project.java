package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The site's project: its root, an issuing key for each purpose, and what they sign. */
final class Project {
    private static final Duration KEYS_LAST = Duration.ofDays(366L * 12);

    private final CryptoSuite suite;
    private final StatementSigner signer;
    private final Signed<ProjectRoot> root;
    private final Map<Purpose, SigningKeyPair> issuing = new EnumMap<>(Purpose.class);
    private final List<Bytes> issuingKeys = new ArrayList<>();
    private final ProjectTrust trust;
    private final ProjectKey key;
    private final Ephemerals readerEphemerals;
    private final Ephemerals phoneEphemerals;
    private final Ephemerals managerEphemerals;

    Project(CryptoSuite suite, Chance chance, Instant created) {
        this.suite = suite;
        this.signer = new StatementSigner(suite);
        SigningKeyPair rootKey = suite.generateSigningKeyPair();
        this.root = signer.sign(
                rootKey, new ProjectRoot(suite.id(), rootKey.publicKey().encoded(), created));
        for (Purpose purpose : Purpose.values()) {
            SigningKeyPair pair = suite.generateSigningKeyPair();
            issuing.put(purpose, pair);
            Bytes key = pair.publicKey().encoded();
            Instant expires = created.plus(KEYS_LAST);
            issuingKeys.add(signer.sign(rootKey.privateKey(), new IssuingKey(id(), purpose, 1, key, created, expires))
                    .bytes());
        }
        this.trust = ProjectTrust.pin(suite, root.bytes(), issuingKeys);
        this.key = new ProjectKey(1, SecretBytes.random(ProjectKey.SIZE_BYTES, chance.forKeys()));
        this.readerEphemerals = new Ephemerals(suite);
        this.phoneEphemerals = new Ephemerals(suite);
        this.managerEphemerals = new Ephemerals(suite);
    }

    CryptoSuite suite() {
        return suite;
    }

    Ephemerals readerEphemerals() {
        return readerEphemerals;
    }

    Ephemerals phoneEphemerals() {
        return phoneEphemerals;
    }

    Ephemerals managerEphemerals() {
        return managerEphemerals;
    }

    ProjectId id() {
        return root.value().project();
    }

    Bytes root() {
        return root.bytes();
    }

    List<Bytes> issuingKeys() {
        return List.copyOf(issuingKeys);
    }

    ProjectTrust trust() {
        return trust;
    }

    ProjectKey key() {
        return key;
    }

    /** Returns until when the issuing keys are good. */
    Instant keysExpire() {
        return root.value().created().plus(KEYS_LAST);
    }

    Signed<Credential> sign(Credential credential) {
        return signer.sign(key(Purpose.CREDENTIAL).privateKey(), credential);
    }

    Signed<ReaderCertificate> sign(ReaderCertificate certificate) {
        return signer.sign(key(Purpose.READER).privateKey(), certificate);
    }

    Signed<RevocationList> sign(RevocationList list) {
        return signer.sign(key(Purpose.LIST).privateKey(), list);
    }

    Signed<ListHead> sign(ListHead head) {
        return signer.sign(key(Purpose.LIST).privateKey(), head);
    }

    private SigningKeyPair key(Purpose purpose) {
        return Objects.requireNonNull(issuing.get(purpose));
    }
}
