package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project with keys of its own: what a manager holds, for tests that need statements to look at. */
public final class TestProject {
    public static final Instant CREATED = Instant.ofEpochSecond(1_790_000_000L);
    public static final Instant NOW = CREATED.plus(Duration.ofDays(1));
    public static final Instant KEY_EXPIRY = CREATED.plus(Duration.ofDays(365));

    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    private final CryptoSuite suite;
    private final SigningKeyPair rootKey;
    private final Signed<ProjectRoot> root;
    private final Map<Purpose, SigningKeyPair> keys = new EnumMap<>(Purpose.class);
    private final Map<Purpose, Signed<IssuingKey>> issuingKeys = new EnumMap<>(Purpose.class);
    private final ProjectTrust trust;

    public TestProject(Suite suite) {
        this.suite = PRIMITIVES.suite(suite);
        this.rootKey = this.suite.generateSigningKeyPair();
        this.root = signer().sign(
                        rootKey, new ProjectRoot(suite, rootKey.publicKey().encoded(), CREATED));
        for (Purpose purpose : Purpose.values()) {
            SigningKeyPair pair = this.suite.generateSigningKeyPair();
            keys.put(purpose, pair);
            issuingKeys.put(purpose, issuingKey(purpose, 1, pair));
        }
        this.trust = ProjectTrust.pin(this.suite, root.bytes(), issuingKeys());
    }

    public CryptoSuite suite() {
        return suite;
    }

    public StatementSigner signer() {
        return new StatementSigner(suite);
    }

    public ProjectId id() {
        return root.value().project();
    }

    public SigningKeyPair rootKey() {
        return rootKey;
    }

    public Signed<ProjectRoot> root() {
        return root;
    }

    public SigningKeyPair key(Purpose purpose) {
        return keys.get(purpose);
    }

    public List<Bytes> issuingKeys() {
        return issuingKeys.values().stream().map(Signed::bytes).toList();
    }

    public Signed<IssuingKey> issuingKey(Purpose purpose, int epoch, SigningKeyPair pair) {
        IssuingKey key = new IssuingKey(id(), purpose, epoch, pair.publicKey().encoded(), CREATED, KEY_EXPIRY);
        return signer().sign(rootKey.privateKey(), key);
    }

    public ProjectTrust trust() {
        return trust;
    }

    public Bytes newDhKey() {
        return suite.generateDhKeyPair().publicKey().encoded();
    }

    public Bytes newSigningKey() {
        return suite.generateSigningKeyPair().publicKey().encoded();
    }

    public Credential credential(Bytes holderKey, long serial) {
        return new Credential(
                id(),
                1,
                serial,
                99_000_001L,
                holderKey,
                NOW,
                NOW,
                Optional.of(NOW.plus(Duration.ofDays(90))),
                NOW.plus(Duration.ofDays(3)),
                Set.of(1, 7, 300),
                Technology.BLUE,
                Set.of(CredentialFlag.GESTURE_REQUIRED));
    }

    public ReaderCertificate readerCertificate() {
        return readerCertificate(suite.generateSigningKeyPair());
    }

    ReaderCertificate readerCertificate(SigningKeyPair signing) {
        return new ReaderCertificate(
                id(),
                1,
                12,
                newDhKey(),
                signing.publicKey().encoded(),
                Set.of(1, 2),
                Technology.BLUE,
                NOW,
                NOW.plus(Duration.ofDays(30)));
    }

    ReaderConfigurationStatement configuration() {
        return new ReaderConfigurationStatement(id(), 1, 12, 3, NOW, Sha256.digest(Bytes.of(3)));
    }

    ListHead head(Signed<RevocationList> list) {
        return new ListHead(id(), 1, 3, NOW, 7, list.bytes().size(), list.fingerprint(), Sha256.digest(Bytes.of(4)));
    }

    Receipt receipt(ReaderCertificate reader, Signed<RevocationList> list) {
        return new Receipt(
                id(), reader.keyFingerprint(), Optional.of(Receipt.ListInForce.of(list)), 3, Optional.of(NOW), 9);
    }

    public RevocationList list(long listEpoch, SerialSet revoked) {
        return list(listEpoch, revoked, RevocationList.ALL_GROUPS);
    }

    RevocationList list(long listEpoch, SerialSet revoked, int group) {
        return new RevocationList(
                id(),
                1,
                listEpoch,
                1,
                1,
                NOW,
                NOW.plus(Duration.ofDays(7)),
                Set.of(Sha256.digest(Bytes.of(1)), Sha256.digest(Bytes.of(2))),
                CodedSerials.of(1, revoked),
                group);
    }

    public Signed<Credential> sign(Credential credential) {
        return signer().sign(key(Purpose.CREDENTIAL).privateKey(), credential);
    }

    public Signed<ReaderCertificate> sign(ReaderCertificate certificate) {
        return signer().sign(key(Purpose.READER).privateKey(), certificate);
    }

    Signed<ReaderConfigurationStatement> sign(ReaderConfigurationStatement configuration) {
        return signer().sign(key(Purpose.CONFIGURATION).privateKey(), configuration);
    }

    Signed<ListHead> sign(ListHead head) {
        return signer().sign(key(Purpose.LIST).privateKey(), head);
    }

    public Signed<RevocationList> sign(RevocationList list) {
        return signer().sign(key(Purpose.LIST).privateKey(), list);
    }

    /** Returns body and signature, made with a key of the caller's choice under the context of any kind. */
    Bytes forge(StatementCodec<?> kind, SigningKeyPair key, Bytes body) {
        return Bytes.concat(body, suite.sign(key.privateKey(), StatementForm.signedMessage(kind, body)));
    }
}
