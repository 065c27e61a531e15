package io.lintel.benchmarks.tap;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.SigningPrivateKey;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.ProjectKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** One project with its keys, and the readers and phones that it equips. It ends with the process. */
public final class Site {
    /** When all taps take place. */
    public static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private static final Instant CREATED = NOW.minus(Duration.ofDays(1));
    private static final Duration LASTING = Duration.ofDays(365);
    private static final int GROUP = 1;

    private final CryptoSuite suite;
    private final SecureRandom random;
    private final StatementSigner signer;
    private final SigningKeyPair rootKey;
    private final Signed<ProjectRoot> root;
    private final Map<Purpose, SigningKeyPair> issuing = new EnumMap<>(Purpose.class);
    private final List<Bytes> issuingKeys;
    private final ProjectTrust trust;
    private final ProjectKey projectKey;

    /** Makes a project of one suite: its root, one issuing key for each purpose, and its project key. */
    public Site(CryptoSuite suite, SecureRandom random) {
        this.suite = suite;
        this.random = random;
        this.signer = new StatementSigner(suite);
        this.rootKey = suite.generateSigningKeyPair();
        this.root = signer.sign(
                rootKey, new ProjectRoot(suite.id(), rootKey.publicKey().encoded(), CREATED));
        for (Purpose purpose : Purpose.values()) {
            issuing.put(purpose, suite.generateSigningKeyPair());
        }
        this.issuingKeys = issuing.entrySet().stream()
                .map(entry -> issuingKey(entry.getKey(), entry.getValue()))
                .toList();
        this.trust = ProjectTrust.pin(suite, root.bytes(), issuingKeys);
        this.projectKey = new ProjectKey(1, SecretBytes.random(ProjectKey.SIZE_BYTES, random));
    }

    private Bytes issuingKey(Purpose purpose, SigningKeyPair pair) {
        Bytes key = pair.publicKey().encoded();
        return signer.sign(
                        rootKey.privateKey(),
                        new IssuingKey(root.value().project(), purpose, 1, key, CREATED, NOW.plus(LASTING)))
                .bytes();
    }

    ProjectTrust trust() {
        return trust;
    }

    /** Returns a credential that opens this site's doors. */
    public Signed<Credential> credential(long serial, DhKeyPair holder) {
        return signer.sign(
                key(Purpose.CREDENTIAL),
                new Credential(
                        trust.project(),
                        1,
                        serial,
                        serial,
                        holder.publicKey().encoded(),
                        CREATED,
                        CREATED,
                        Optional.of(NOW.plus(LASTING)),
                        NOW.plus(Duration.ofDays(3)),
                        Set.of(GROUP),
                        Technology.NONE,
                        Set.of()));
    }

    /**
     * Returns credentials of serials from 2 on, each read out of its own octets as a reader reads them, so that they share nothing
     * in memory. One key holds all of them: nobody taps cold with it.
     */
    List<Signed<Credential>> others(int count) {
        DhKeyPair nobody = suite.generateDhKeyPair();
        return LongStream.range(2, 2L + count)
                .parallel()
                .mapToObj(serial ->
                        trust.verifyCredential(credential(serial, nobody).bytes(), NOW))
                .toList();
    }

    /** Returns what a phone that activates a new credential gets: no certificate of a reader, no list. */
    ActivationGrant grant(long serial, DhKeyPair holder) {
        return new ActivationGrant(
                root.bytes(),
                issuingKeys,
                credential(serial, holder).bytes(),
                projectKey.epoch(),
                projectKey.key(),
                List.of(),
                Optional.empty(),
                "Office");
    }

    /** Returns a list that revokes serials. */
    public Signed<RevocationList> list(SerialSet revoked) {
        return signer.sign(
                key(Purpose.LIST),
                new RevocationList(
                        trust.project(),
                        1,
                        1,
                        1,
                        1,
                        CREATED,
                        NOW.plus(LASTING),
                        Set.of(),
                        CodedSerials.of(1, revoked),
                        RevocationList.ALL_GROUPS));
    }

    /** Returns a reader with room for as many phones as {@code directory} has credentials, which never forces a cold tap. */
    Reader reader(List<Signed<Credential>> directory, Signed<RevocationList> list) {
        ReaderLimits limits = ReaderLimits.standard()
                .withCold(Integer.MAX_VALUE, Duration.ofDays(30))
                .withTables(directory.size() + 1, directory.size() + 1);
        return reader(directory, list, PolicySettings.recommended(), limits);
    }

    /** Returns a reader with a policy and limits of its own. */
    public Reader reader(
            List<Signed<Credential>> directory,
            Signed<RevocationList> list,
            PolicySettings policy,
            ReaderLimits limits) {
        DhKeyPair dh = suite.generateDhKeyPair();
        SigningKeyPair signing = suite.generateSigningKeyPair();
        return new Reader(
                new ReaderIdentity(dh, signing, certificate(dh, signing)),
                new ReaderConfiguration(trust, projectKey, policy, limits, directory, Optional.of(list)),
                ReaderPorts.of(suite, random),
                NOW);
    }

    Signed<ReaderCertificate> certificate(DhKeyPair dh, SigningKeyPair signing) {
        return signer.sign(
                key(Purpose.READER),
                new ReaderCertificate(
                        trust.project(),
                        1,
                        1,
                        dh.publicKey().encoded(),
                        signing.publicKey().encoded(),
                        Set.of(GROUP),
                        Technology.NONE,
                        CREATED,
                        NOW.plus(LASTING)));
    }

    /** Returns a phone's wallet with one credential in it. */
    public Wallet wallet(WalletStore store, DhKeyPair holder, Signed<Credential> credential) {
        Wallet wallet = new Wallet(new WalletPorts(store, id -> suite, CryptoSuite::generateEphemeral), NOW);
        wallet.enrol(enrolment(holder, credential), NOW);
        return wallet;
    }

    /** Returns what a phone's wallet keeps of one credential. */
    public Enrolment enrolment(DhKeyPair holder, Signed<Credential> credential) {
        return new Enrolment(
                "Office",
                root.bytes(),
                issuingKeys,
                credential.bytes(),
                holder.privateKey().encoded(),
                List.of(projectKey),
                Optional.empty());
    }

    private SigningPrivateKey key(Purpose purpose) {
        SigningKeyPair pair = issuing.get(purpose);
        if (pair == null) {
            throw new IllegalStateException("no issuing key for " + purpose);
        }
        return pair.privateKey();
    }
}
