package io.lintel.sdk.store;

/** The tables, within one unit of work. Not thread-safe, and worthless after the unit has ended. */
public interface UnitOfWork {

    /** Distributors, the partitions of customers and their settings. */
    OrganisationRecords organisations();

    /** What is known of customers, beside their sites. */
    CustomerRecords customers();

    /** Logins of administrators. */
    LoginRecords logins();

    /** Attempts to log in. */
    AttemptRecords attempts();

    /** Sites and what is public about their keys. */
    SiteRecords sites();

    /** Private and symmetric keys. */
    KeyVault keys();

    /** Where the keys of sites stand, and who holds which of them. */
    KeyEpochRecords keyEpochs();

    /** Readers that were reported as compromised. */
    CompromisedReaderRecords compromisedReaders();

    /** People and their devices. */
    PersonRecords people();

    /** People as a host system's list knows them. */
    HostPersonRecords hostPeople();

    /** Credentials and their signed statements. */
    CredentialRecords credentials();

    /** Activations and the hashes of their codes. */
    ActivationRecords activations();

    /** Codes of sites where people register themselves. */
    ProjectCodeRecords projectCodes();

    /** Check-ins of phones. */
    CheckInRecords checkIns();

    /** What happened at doors. */
    AccessRecords accesses();

    /** Readers that keep a link. */
    LinkRecords links();

    /** Readers that have a certificate. */
    ReaderRecords readers();

    /** Readers as they are registered and published. */
    RegistrationRecords registrations();

    /** How the doors of sites behave. */
    ReaderProjectRecords readerProjects();

    /** Signed revocation lists. */
    RevocationListRecords revocationLists();

    /** What was ever signed, and what became of what was revoked. */
    RevocationRecords revocations();

    /** What readers were told, and what they enforce. */
    EnforcementRecords enforcement();

    /** That the database was put back to earlier states. */
    RestorationRecords restorations();

    /** Balances, transfers and both books. */
    LedgerRecords ledger();

    /** Commands that were done, for repetition. */
    CommandLog commands();

    /** The audit trail and the events that go out. */
    Journal journal();

    /** Messages to people. */
    NotificationRecords notifications();

    /** The telephones that people are told by. */
    TelephoneRecords telephones();

    /** Subscriptions to events. */
    SubscriptionRecords subscriptions();

    /** Statistics, and whether they are shared. */
    StatisticsRecords statistics();

    /** Support requests and crash reports. */
    SupportRecords support();

    /** When doors were last opened from afar. */
    UnlockRecords unlocks();

    /** Consecutive numbers. */
    Counters counters();
}
