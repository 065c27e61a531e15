package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorSettings;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.reader.SystemPair;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One project with its keys, readers and phones, the same in all octets for each suite and seed. */
public final class TestSite {
    public static final Instant CREATED = Instant.ofEpochSecond(1_790_000_000L);
    public static final Instant NOW = CREATED.plus(Duration.ofDays(1));
    public static final Instant KEY_EXPIRY = CREATED.plus(Duration.ofDays(730));

    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    private final CryptoSuite suite;
    private final SeededRandom random;
    private final SigningKeyPair rootKey;
    private final Signed<ProjectRoot> root;
    private final Map<Purpose, SigningKeyPair> issuing = new EnumMap<>(Purpose.class);
    private final ProjectTrust trust;
    private final ProjectKey projectKey;
    private long lastSerial;
    private int lastReader;

    private TestSite(CryptoSuite base, SeededRandom random) {
        this.random = random;
        this.suite = base.withRandom(random);
        this.rootKey = suite.generateSigningKeyPair();
        this.root = signer().sign(
                        rootKey, new ProjectRoot(suite.id(), rootKey.publicKey().encoded(), CREATED));
        for (Purpose purpose : Purpose.values()) {
            issuing.put(purpose, suite.generateSigningKeyPair());
        }
        this.trust = ProjectTrust.pin(suite, root.bytes(), issuingKeys());
        this.projectKey = newProjectKey(1);
    }

    public static TestSite of(Suite suite, long seed) {
        return of(suite, seed, UnaryOperator.identity());
    }

    /** Makes a site whose primitives a test has wrapped, to count or to record. */
    public static TestSite of(Suite suite, long seed, UnaryOperator<CryptoSuite> wrapped) {
        return new TestSite(wrapped.apply(PRIMITIVES.suite(suite)), new SeededRandom(seed));
    }

    public CryptoSuite suite() {
        return suite;
    }

    public SeededRandom random() {
        return random;
    }

    public ProjectId project() {
        return root.value().project();
    }

    public ProjectTrust trust() {
        return trust;
    }

    /** Returns the project key of key epoch 1, which readers and phones have unless told otherwise. */
    public ProjectKey projectKey() {
        return projectKey;
    }

    public ProjectKey newProjectKey(int epoch) {
        return new ProjectKey(epoch, SecretBytes.random(ProjectKey.SIZE_BYTES, random));
    }

    /** Returns the next reader, not yet started. */
    public ReaderDraft reader() {
        return new ReaderDraft(this, ++lastReader);
    }

    /** Returns a new phone with a credential that opens. */
    public TestPhone phone() {
        return phone(UnaryOperator.identity());
    }

    /** Returns a new phone with a credential of the test's choice. */
    public TestPhone phone(UnaryOperator<CredentialDraft> changes) {
        DhKeyPair holder = suite.generateDhKeyPair();
        return phone(holder, credential(holder, changes), List.of(projectKey));
    }

    /** Returns a new phone that holds exactly this. */
    public TestPhone phone(DhKeyPair holder, Signed<Credential> credential, List<ProjectKey> projectKeys) {
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(walletPorts(store), NOW);
        wallet.enrol(enrolment(holder, credential, projectKeys), NOW);
        return new TestPhone(this, holder, credential, store, wallet);
    }

    public Enrolment enrolment(DhKeyPair holder, Signed<Credential> credential, List<ProjectKey> projectKeys) {
        return new Enrolment(
                "Office",
                root.bytes(),
                issuingKeys(),
                credential.bytes(),
                holder.privateKey().encoded(),
                projectKeys,
                Optional.empty());
    }

    public Signed<Credential> credential(DhKeyPair holder, UnaryOperator<CredentialDraft> changes) {
        CredentialDraft draft = changes.apply(new CredentialDraft(++lastSerial));
        Credential credential = draft.of(project(), holder.publicKey().encoded());
        return signer().sign(issuing.get(Purpose.CREDENTIAL).privateKey(), credential);
    }

    public WalletPorts walletPorts(WalletStore store) {
        return new WalletPorts(store, id -> suite, CryptoSuite::generateDhKeyPair);
    }

    public Signed<ReaderCertificate> sign(ReaderCertificate certificate) {
        return signer().sign(issuing.get(Purpose.READER).privateKey(), certificate);
    }

    /** Returns a fresh list that revokes serials. */
    public Signed<RevocationList> list(long listEpoch, long... revoked) {
        return list(listEpoch, 1, SerialSet.of(revoked));
    }

    /** Returns the first list, which revokes nothing and is fresh for years. */
    public Signed<RevocationList> lastingList() {
        return list(1, 1, SerialSet.EMPTY, Duration.ofDays(3650));
    }

    /** Returns a fresh list that revokes the serials below a base and those of a set. */
    public Signed<RevocationList> list(long listEpoch, long base, SerialSet revoked) {
        return list(listEpoch, base, revoked, Duration.ofDays(7));
    }

    private Signed<RevocationList> list(long listEpoch, long base, SerialSet revoked, Duration fresh) {
        return sign(new RevocationList(
                project(),
                1,
                listEpoch,
                1,
                1,
                NOW,
                NOW.plus(fresh),
                Set.of(),
                CodedSerials.of(base, revoked),
                RevocationList.ALL_GROUPS));
    }

    public Signed<ListHead> sign(ListHead head) {
        return signer().sign(issuing.get(Purpose.LIST).privateKey(), head);
    }

    public Signed<RevocationList> sign(RevocationList list) {
        return signer().sign(issuing.get(Purpose.LIST).privateKey(), list);
    }

    public List<Bytes> issuingKeys() {
        return issuing.entrySet().stream()
                .map(entry -> issuingKey(entry.getKey(), 1, entry.getValue()))
                .toList();
    }

    /** Returns the root's signed permission for a key. */
    public Bytes issuingKey(Purpose purpose, int epoch, SigningKeyPair pair) {
        Bytes key = pair.publicKey().encoded();
        return signer().sign(rootKey.privateKey(), new IssuingKey(project(), purpose, epoch, key, CREATED, KEY_EXPIRY))
                .bytes();
    }

    /** Returns what this site tells a reader; it gives it a directory. */
    public ReaderContent content(ReaderDraft door, List<Bytes> directory) {
        return content(door, directory, list(3));
    }

    /** Returns what this site tells a reader with a list of the test's choice. */
    public ReaderContent content(ReaderDraft door, List<Bytes> directory, Signed<RevocationList> list) {
        return new ReaderContent(
                root.bytes(),
                issuingKeys(),
                door.certificate().bytes(),
                new ProjectKey(1, SecretBytes.copyOf(projectKey.key().copy())),
                Optional.of(list.bytes()),
                directory,
                door.policy(),
                200,
                Duration.ofDays(30),
                new DoorSettings("Front door", 10, 40, DoorBehaviour.standard()),
                Optional.of(new SystemPair("Alfa0001", SecretBytes.copyOf(new byte[] {1, 2, 3}))));
    }

    /** Returns a content as this site signs it. */
    public ReaderArtefact artefact(ReaderContent content, long revision) {
        return ReaderArtefact.sign(suite, issuing.get(Purpose.CONFIGURATION).privateKey(), 1, content, revision, NOW);
    }

    public StatementSigner signer() {
        return new StatementSigner(suite);
    }
}
