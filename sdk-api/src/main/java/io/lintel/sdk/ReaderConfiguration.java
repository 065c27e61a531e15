package io.lintel.sdk;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.sdk.profile.ReaderRules;
import java.util.List;

/**
 * What a reader needs of its site, besides the private keys that it has itself. It holds the project key: keep it nowhere
 * but in the reader ({@code KEY-05}, {@code KEY-06}); close it after use. Its {@code toString} shows no key.
 *
 * @param reader the reader's number
 * @param name the reader's name
 * @param suite the site's suite
 * @param keyEpoch the epoch of the project key, 1 to 65535
 * @param projectKey the project encryption key, 32 octets
 * @param root the signed project root
 * @param issuingKeys the signed issuing keys
 * @param certificate the reader's signed certificate
 * @param revocationList the newest signed list
 * @param rules what the reader enforces
 */
public record ReaderConfiguration(
        int reader,
        String name,
        Suite suite,
        int keyEpoch,
        SecretBytes projectKey,
        Bytes root,
        List<Bytes> issuingKeys,
        Bytes certificate,
        Bytes revocationList,
        ReaderRules rules)
        implements AutoCloseable {

    /** Copies the keys. */
    public ReaderConfiguration {
        issuingKeys = List.copyOf(issuingKeys);
    }

    /**
     * The configuration as JSON, project key included: for a file that only the reader's installer can read.
     *
     * @see #parse
     */
    public String artefact() {
        return ReaderArtefact.print(this);
    }

    /**
     * Reads what {@link #artefact()} wrote.
     *
     * @throws io.lintel.sdk.model.ManagerException.Refused with {@link
     *     io.lintel.sdk.model.ErrorCode#READER_CONFIGURATION_INVALID}; the message names line and field
     */
    public static ReaderConfiguration parse(String artefact) {
        return ReaderArtefact.parse(artefact);
    }

    /** Destroys the project key. */
    @Override
    public void close() {
        projectKey.close();
    }

    @Override
    public String toString() {
        return "ReaderConfiguration[reader " + reader + ", " + suite + ", key epoch " + keyEpoch + "]";
    }
}
