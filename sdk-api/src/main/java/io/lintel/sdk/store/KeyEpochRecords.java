package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the keys of sites stand, and which of them readers were given and phones say that they hold. */
public interface KeyEpochRecords {

    /**
     * What a configuration told a reader.
     *
     * @param reader the reader's number
     * @param revision the lowest revision that told it
     * @param keyEpoch the project key to speak
     * @param issuingKeys the newest issuing epoch whose keys are in it
     * @param certificate the issuing epoch of the certificate
     */
    record Configured(int reader, long revision, int keyEpoch, int issuingKeys, int certificate) {}

    /** Where the keys of a site that exists stand. */
    KeyEpochs of(CustomerId customer, KeySet keys);

    /** Has them stand elsewhere. For {@link KeySet#PROJECT} the site's key epoch follows. */
    void set(CustomerId customer, KeySet keys, KeyEpochs epochs);

    /** Replaces the signed issuing keys that a site shows. */
    void replaceIssuingKeys(CustomerId customer, List<Bytes> statements);

    /** Notes what a configuration tells, where an earlier one told it not already. */
    void addConfigured(CustomerId customer, Configured configured);

    /** What the configuration of a revision told a reader, if that is known. */
    Optional<Configured> configured(CustomerId customer, int reader, long revision);

    /** What the newest configuration that was signed for a reader told it. */
    Optional<Configured> newestConfigured(CustomerId customer, int reader);

    /**
     * The lowest project key epoch that the newest receipt of a reader in service confirms, asked for all of them at once; 0 where
     * one confirmed none, empty where there is no reader. Those reported as compromised do not count.
     */
    OptionalInt oldestConfirmed(CustomerId customer);

    /** Keeps what a phone says, in place of what it said before. */
    void put(CustomerId customer, PhoneKeys phone);

    /** What a credential's phone said. */
    Optional<PhoneKeys> phone(CustomerId customer, long serial);

    /**
     * What the phones said of credentials that are on phones and whose validity has not ended, by serial, from the one after
     * {@code after} on; silent ones hold nothing.
     */
    List<PhoneKeys> phones(CustomerId customer, Instant now, long after, int limit);
}
