package io.lintel.store.sql;

import io.lintel.sdk.store.AccessRecords;
import io.lintel.sdk.store.ActivationRecords;
import io.lintel.sdk.store.AttemptRecords;
import io.lintel.sdk.store.CheckInRecords;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.CompromisedReaderRecords;
import io.lintel.sdk.store.Counters;
import io.lintel.sdk.store.CredentialRecords;
import io.lintel.sdk.store.CustomerRecords;
import io.lintel.sdk.store.EnforcementRecords;
import io.lintel.sdk.store.HostPersonRecords;
import io.lintel.sdk.store.Journal;
import io.lintel.sdk.store.KeyEpochRecords;
import io.lintel.sdk.store.KeyVault;
import io.lintel.sdk.store.LedgerRecords;
import io.lintel.sdk.store.LinkRecords;
import io.lintel.sdk.store.LoginRecords;
import io.lintel.sdk.store.NotificationRecords;
import io.lintel.sdk.store.OrganisationRecords;
import io.lintel.sdk.store.PersonRecords;
import io.lintel.sdk.store.ProjectCodeRecords;
import io.lintel.sdk.store.ReaderProjectRecords;
import io.lintel.sdk.store.ReaderRecords;
import io.lintel.sdk.store.RegistrationRecords;
import io.lintel.sdk.store.RestorationRecords;
import io.lintel.sdk.store.RevocationListRecords;
import io.lintel.sdk.store.RevocationRecords;
import io.lintel.sdk.store.SiteRecords;
import io.lintel.sdk.store.StatisticsRecords;
import io.lintel.sdk.store.SubscriptionRecords;
import io.lintel.sdk.store.SupportRecords;
import io.lintel.sdk.store.TelephoneRecords;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.sdk.store.UnlockRecords;

/** One transaction's tables. */
final class SqlUnit implements UnitOfWork, AutoCloseable {

    private final Sql sql;
    private final Expected expected;
    private final SecretKeyTable keys;

    SqlUnit(Sql sql, Expected expected) {
        this.sql = sql;
        this.expected = expected;
        keys = new SecretKeyTable(sql);
    }

    /** Overwrites the secrets that were read. */
    @Override
    public void close() {
        keys.close();
    }

    @Override
    public OrganisationRecords organisations() {
        return new OrganisationTables(sql);
    }

    @Override
    public CustomerRecords customers() {
        return new CustomerTables(sql);
    }

    @Override
    public LoginRecords logins() {
        return new LoginTables(sql);
    }

    @Override
    public AttemptRecords attempts() {
        return new AttemptTable(sql);
    }

    @Override
    public SiteRecords sites() {
        return new SiteTables(sql);
    }

    @Override
    public KeyVault keys() {
        return keys;
    }

    @Override
    public KeyEpochRecords keyEpochs() {
        return new KeyEpochTables(sql);
    }

    @Override
    public CompromisedReaderRecords compromisedReaders() {
        return new CompromisedReaderTable(sql);
    }

    @Override
    public PersonRecords people() {
        return new PeopleTables(sql);
    }

    @Override
    public HostPersonRecords hostPeople() {
        return new HostPersonTable(sql);
    }

    @Override
    public CredentialRecords credentials() {
        return new CredentialTables(sql);
    }

    @Override
    public ActivationRecords activations() {
        return new ActivationTable(sql);
    }

    @Override
    public ProjectCodeRecords projectCodes() {
        return new ProjectCodeTables(sql);
    }

    @Override
    public CheckInRecords checkIns() {
        return new CheckInTable(sql);
    }

    @Override
    public AccessRecords accesses() {
        return new AccessTables(sql);
    }

    @Override
    public LinkRecords links() {
        return new LinkTables(sql);
    }

    @Override
    public ReaderRecords readers() {
        return new ReaderTable(sql);
    }

    @Override
    public RegistrationRecords registrations() {
        return new RegistrationTables(sql);
    }

    @Override
    public RevocationListRecords revocationLists() {
        return new RevocationListTable(sql);
    }

    @Override
    public RevocationRecords revocations() {
        return new RevocationTables(sql);
    }

    @Override
    public RestorationRecords restorations() {
        return new RestorationTables(sql);
    }

    @Override
    public EnforcementRecords enforcement() {
        return new EnforcementTables(sql);
    }

    @Override
    public LedgerRecords ledger() {
        return new LedgerTables(sql, expected);
    }

    @Override
    public CommandLog commands() {
        return new CommandTables(sql, expected);
    }

    @Override
    public Journal journal() {
        return new JournalTables(sql, counters());
    }

    @Override
    public NotificationRecords notifications() {
        return new NotificationTable(sql);
    }

    @Override
    public TelephoneRecords telephones() {
        return new TelephoneTable(sql);
    }

    @Override
    public SubscriptionRecords subscriptions() {
        return new SubscriptionTables(sql);
    }

    @Override
    public StatisticsRecords statistics() {
        return new StatisticsTables(sql);
    }

    @Override
    public SupportRecords support() {
        return new SupportTables(sql);
    }

    @Override
    public ReaderProjectRecords readerProjects() {
        return new ReaderProjectTable(sql);
    }

    @Override
    public UnlockRecords unlocks() {
        return new UnlockTable(sql);
    }

    @Override
    public Counters counters() {
        return new CounterTable(sql);
    }
}
