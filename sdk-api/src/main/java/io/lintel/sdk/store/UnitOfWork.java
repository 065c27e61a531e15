package io.lintel.sdk.store;

/** The tables, within one unit of work. Not thread-safe, and worthless after the unit has ended. */
public interface UnitOfWork {

    /** Distributors and customers. */
    Organisations organisations();

    /** Sites and what is public about their keys. */
    Sites sites();

    /** Private and symmetric keys. */
    KeyVault keys();

    /** People and their devices. */
    People people();

    /** Credentials and their signed statements. */
    Credentials credentials();

    /** Activations and the hashes of their codes. */
    Activations activations();

    /** Readers. */
    Readers readers();

    /** Signed revocation lists. */
    RevocationLists revocationLists();

    /** Balances, transfers and both books. */
    LedgerRecords ledger();

    /** Commands that were done, for repetition. */
    CommandLog commands();

    /** The audit trail and the events that go out. */
    Journal journal();

    /** Consecutive numbers. */
    Counters counters();
}
