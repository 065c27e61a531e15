package io.lintel.sdk.command;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Purpose;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.KeyEpochRecords;
import io.lintel.sdk.store.KeyVault;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys of a site and of the manager, taken from the vault for one use. Callers close what they get. */
public final class SiteKeys {

    /** Keys that have one epoch so far: the manager's own, the root, and the one that codes derive from. */
    public static final int ONLY_EPOCH = 1;

    public static final int FIRST_ISSUING_EPOCH = 1;

    public static final int FIRST_KEY_EPOCH = 1;

    public static final int SYMMETRIC_KEY_SIZE = 32;

    private final Environment environment;
    private final KeyVault vault;
    private final KeyEpochRecords epochs;

    public SiteKeys(Environment environment, UnitOfWork unit) {
        this.environment = environment;
        this.vault = unit.keys();
        this.epochs = unit.keyEpochs();
    }

    /** Where keys of a site stand. */
    public KeyEpochs epochs(Site site, KeySet keys) {
        return epochs.of(site.customer(), keys);
    }

    /**
     * The epoch of the key that signs for a purpose now: what readers show and are told is signed with the keys that they are
     * told to use, before anything else is.
     */
    public int issuingEpoch(Site site, Purpose purpose) {
        KeyEpochs issuing = epochs(site, KeySet.ISSUING);
        return switch (purpose) {
            case READER, CONFIGURATION -> issuing.readers();
            case CREDENTIAL, LIST -> issuing.signing();
        };
    }

    /** The key of {@link #issuingEpoch}. */
    public SigningKeyPair issuing(Site site, Purpose purpose) {
        try (SecretBytes secret = open(site.customer(), issuingKind(purpose), issuingEpoch(site, purpose))) {
            return environment.crypto(site.suite()).signingKeyPair(secret);
        }
    }

    /** What signs the issuing keys. */
    public SigningKeyPair root(Site site) {
        try (SecretBytes secret = open(site.customer(), KeyKind.ROOT, ONLY_EPOCH)) {
            return environment.crypto(site.suite()).signingKeyPair(secret);
        }
    }

    /** What signs hand-off claims: it goes with the project key that readers speak from epoch to epoch. */
    public SigningKeyPair handOff(Site site) {
        int epoch = epochs(site, KeySet.PROJECT).readers();
        try (SecretBytes secret = open(site.customer(), KeyKind.HAND_OFF, epoch)) {
            return environment.crypto(site.suite()).signingKeyPair(secret);
        }
    }

    public SecretBytes project(Site site, int keyEpoch) {
        return open(site.customer(), KeyKind.PROJECT, keyEpoch);
    }

    public SecretBytes activationCode(CustomerId customer) {
        return open(customer, KeyKind.ACTIVATION_CODE, ONLY_EPOCH);
    }

    /** The manager's own static key for a suite, which every site of that suite shares. */
    public DhKeyPair manager(Suite suite) {
        try (SecretBytes secret = open(CustomerId.OPERATOR, managerKind(suite), ONLY_EPOCH)) {
            return environment.crypto(suite).dhKeyPair(secret);
        }
    }

    public Bytes managerPublicKey(Suite suite) {
        try (DhKeyPair pair = manager(suite)) {
            return pair.publicKey().encoded();
        }
    }

    public boolean hasManagerKey(Suite suite) {
        Optional<SecretBytes> key = vault.open(CustomerId.OPERATOR, managerKind(suite), ONLY_EPOCH);
        key.ifPresent(SecretBytes::destroy);
        return key.isPresent();
    }

    /** Makes the manager's own key when the first site of its suite is created. */
    public void ensureManagerKey(Suite suite) {
        CryptoSuite crypto = environment.crypto(suite);
        if (!hasManagerKey(suite)) {
            try (DhKeyPair pair = crypto.generateDhKeyPair()) {
                put(CustomerId.OPERATOR, managerKind(suite), ONLY_EPOCH, pair.privateKey()::encoded);
            }
        }
    }

    public void put(CustomerId customer, KeyKind kind, int epoch, Supplier<SecretBytes> key) {
        try (SecretBytes secret = key.get()) {
            vault.put(customer, kind, epoch, secret);
        }
    }

    public static KeyKind issuingKind(Purpose purpose) {
        return switch (purpose) {
            case CREDENTIAL -> KeyKind.CREDENTIAL_ISSUING;
            case READER -> KeyKind.READER_ISSUING;
            case LIST -> KeyKind.LIST_ISSUING;
            case CONFIGURATION -> KeyKind.CONFIGURATION_ISSUING;
        };
    }

    private SecretBytes open(CustomerId customer, KeyKind kind, int epoch) {
        return vault.open(customer, kind, epoch)
                .orElseThrow(() -> new IllegalStateException("the vault lacks " + kind + " " + epoch));
    }

    private static KeyKind managerKind(Suite suite) {
        return switch (suite) {
            case X25519 -> KeyKind.MANAGER_X25519;
            case P256 -> KeyKind.MANAGER_P256;
        };
    }
}
