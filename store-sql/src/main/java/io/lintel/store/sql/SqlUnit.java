package io.lintel.store.sql;

import io.lintel.sdk.store.Activations;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.Counters;
import io.lintel.sdk.store.Credentials;
import io.lintel.sdk.store.Journal;
import io.lintel.sdk.store.KeyVault;
import io.lintel.sdk.store.LedgerRecords;
import io.lintel.sdk.store.Organisations;
import io.lintel.sdk.store.People;
import io.lintel.sdk.store.Readers;
import io.lintel.sdk.store.RevocationLists;
import io.lintel.sdk.store.Sites;
import io.lintel.sdk.store.UnitOfWork;

/** One transaction's tables. */
final class SqlUnit implements UnitOfWork {

    private final Sql sql;

    SqlUnit(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Organisations organisations() {
        return new OrganisationTables(sql);
    }

    @Override
    public Sites sites() {
        return new SiteTables(sql);
    }

    @Override
    public KeyVault keys() {
        return new SecretKeyTable(sql);
    }

    @Override
    public People people() {
        return new PeopleTables(sql);
    }

    @Override
    public Credentials credentials() {
        return new CredentialTables(sql);
    }

    @Override
    public Activations activations() {
        return new ActivationTable(sql);
    }

    @Override
    public Readers readers() {
        return new ReaderTable(sql);
    }

    @Override
    public RevocationLists revocationLists() {
        return new RevocationListTable(sql);
    }

    @Override
    public LedgerRecords ledger() {
        return new LedgerTables(sql);
    }

    @Override
    public CommandLog commands() {
        return new CommandTables(sql);
    }

    @Override
    public Journal journal() {
        return new JournalTables(sql, counters());
    }

    @Override
    public Counters counters() {
        return new CounterTable(sql);
    }
}
