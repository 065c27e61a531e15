package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a site tells its reader: everything except the reader's own private keys, which never leave it. A {@link
 * ReaderArtefact} carries it there, signed. It holds the project key (KEY-05): keep it nowhere but in the reader, and close
 * it.
 *
 * @param root the signed project root, which the reader pins
 * @param issuingKeys the signed issuing keys
 * @param certificate the reader's signed certificate, which names its groups and its colour
 * @param projectKey the key epoch that the reader shall speak
 * @param revocationList the newest signed list, or empty
 * @param directory signed credentials that the reader is given, at most {@value #MAX_DIRECTORY}
 * @param policy the values of the built-in policy
 * @param coldAfterUses fast taps until a cold tap is forced
 * @param coldAfter age of a ratchet at which a cold tap is forced, whole seconds
 * @param door what the site says about the door
 * @param system the vendor's system that the site is paired with, or empty
 * @param managerKey the manager's static key for links ({@code spec/link.md}), 32 or 33 octets after the suite, or empty
 */
public record ReaderContent(
        Bytes root,
        List<Bytes> issuingKeys,
        Bytes certificate,
        ProjectKey projectKey,
        Optional<Bytes> revocationList,
        List<Bytes> directory,
        PolicySettings policy,
        int coldAfterUses,
        Duration coldAfter,
        DoorSettings door,
        Optional<SystemPair> system,
        Optional<Bytes> managerKey)
        implements AutoCloseable {
    /** The most credentials of a directory: with them and the longest list, an artefact fits one file. */
    public static final int MAX_DIRECTORY = 4096;

    public ReaderContent {
        issuingKeys = List.copyOf(issuingKeys);
        directory = List.copyOf(directory);
        if (directory.size() > MAX_DIRECTORY) {
            throw new IllegalArgumentException("a directory has at most " + MAX_DIRECTORY + " credentials");
        }
    }

    /** Tells a reader of no manager that it could link to. */
    public ReaderContent(
            Bytes root,
            List<Bytes> issuingKeys,
            Bytes certificate,
            ProjectKey projectKey,
            Optional<Bytes> revocationList,
            List<Bytes> directory,
            PolicySettings policy,
            int coldAfterUses,
            Duration coldAfter,
            DoorSettings door,
            Optional<SystemPair> system) {
        this(
                root,
                issuingKeys,
                certificate,
                projectKey,
                revocationList,
                directory,
                policy,
                coldAfterUses,
                coldAfter,
                door,
                system,
                Optional.empty());
    }

    /**
     * Returns a digest of all that changes only when somebody changes it: of everything but the list and the directory. Two
     * contents of one reader that have the same tell it the same.
     */
    public Bytes settingsDigest(CryptoSuite suite) {
        return suite.sha256(ReaderContentCodec.write(new ReaderContent(
                root,
                issuingKeys,
                certificate,
                projectKey,
                Optional.empty(),
                List.of(),
                policy,
                coldAfterUses,
                coldAfter,
                door,
                system,
                managerKey)));
    }

    /** Counts the statements and shows none of them. */
    @Override
    public String toString() {
        return "ReaderContent[key epoch " + projectKey.epoch() + ", " + issuingKeys.size() + " issuing keys, "
                + directory.size() + " credentials]";
    }

    /** Destroys the project key, which a {@link Reader} made from this still needs, and the system key. */
    @Override
    public void close() {
        projectKey.key().close();
        system.ifPresent(pair -> pair.key().close());
    }
}
