package io.lintel.sdk.store;

import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ToldConfiguration;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.SetBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What readers were told, and what they said that they enforce. */
public interface EnforcementRecords {

    /**
     * Keeps that a reader is certified for groups from a list epoch on; an earlier epoch for the same group stays.
     *
     * @param listEpoch the newest list: whatever the reader gets with its certificate is no older
     */
    void certified(CustomerId customer, int reader, Set<Integer> groups, long listEpoch);

    /** Every reader that was ever certified, by number, also those that were removed. */
    List<CertifiedReader> certified(CustomerId customer);

    /** Each group that a reader was ever certified for. */
    Set<Integer> certifiedGroups(CustomerId customer, int reader);

    /** Keeps what a configuration told a reader. */
    void told(ToldConfiguration configuration);

    /** What readers were told, except what their receipts say is replaced; by revision. */
    List<ToldConfiguration> told(CustomerId customer);

    /** Keeps a receipt as its reader's newest, and forgets what it replaces. */
    void add(KnownReceipt receipt);

    /** Forgets all receipts of a site's readers. */
    void forgetReceipts(CustomerId customer);

    /** Keeps that a reader was set back, in place of the last time, and forgets all its receipts. */
    void add(SetBack setBack);

    /** That a reader was set back, the last time. */
    Optional<SetBack> setBack(CustomerId customer, int reader);

    /** The same of every reader that ever was, by reader. */
    List<SetBack> setBack(CustomerId customer);

    /** A reader's newest receipt. */
    Optional<KnownReceipt> newest(CustomerId customer, int reader);

    /** The newest receipt of each reader that gave one, by reader. */
    List<KnownReceipt> newest(CustomerId customer);

    /** Of each reader that gave one, the first receipt that is kept of a list epoch or a later one. */
    List<KnownReceipt> first(CustomerId customer, long listEpoch);
}
