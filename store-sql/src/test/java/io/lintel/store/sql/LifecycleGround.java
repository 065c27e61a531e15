package io.lintel.store.sql;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.site.CreateSite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/** A fresh database with one product's site, its distributor, and neighbours who have no business there. */
final class LifecycleGround implements AutoCloseable {

    static final long CREDIT = 100_000;

    final TestBench bench;
    final DistributorId distributor;
    final CustomerId customer;
    private final DistributorId otherDistributor;
    private final CustomerId otherCustomer;
    private final Connection beside;
    private long dumpedVersion = -1;
    private String dumped = "";

    /** Founds everything in a new file. */
    LifecycleGround(Path file, LifecycleProduct product) {
        SqliteStore.create(file).close();
        bench = new TestBench(new HurriedSqlite(file));
        distributor = distributor("North");
        otherDistributor = distributor("South");
        customer = site("Town hall", product.profile(), distributor);
        bench.manager
                .readers()
                .enroll(
                        TestBench.id(),
                        new EnrollReader(
                                customer, "Gate", Set.of(1), product.colour(), TestBench.readerRequest(Suite.X25519)));
        otherCustomer = site("Depot", Profiles.builtIn(Profiles.DEFAULT), otherDistributor);
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(distributor, CREDIT));
        beside = connect();
    }

    /** On a copy of what another one founded, which is closed. */
    private LifecycleGround(LifecycleGround founded, HurriedSqlite copy) {
        bench = new TestBench(copy);
        distributor = founded.distributor;
        otherDistributor = founded.otherDistributor;
        customer = founded.customer;
        otherCustomer = founded.otherCustomer;
        beside = connect();
    }

    LifecycleGround copy(Path file) {
        return new LifecycleGround(this, HurriedSqlite.copyOf(((HurriedSqlite) bench.database).file(), file));
    }

    private Connection connect() {
        try {
            return bench.database.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CustomerId site(String name, Profile profile, DistributorId of) {
        return bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite(name, Suite.X25519, profile, of))
                .site()
                .customer();
    }

    private DistributorId distributor(String name) {
        return bench.manager
                .organisations()
                .createDistributor(TestBench.id(), new CreateDistributor(name, Optional.empty(), Optional.empty()))
                .distributor()
                .id();
    }

    Manager as(LifecycleStep.Who who) {
        return bench.manager.as(
                switch (who) {
                    case HOST -> Principal.host();
                    case ADMIN -> new Principal.CustomerAdmin(customer, 1);
                    case WORKSPACE -> new Principal.WorkspaceAdmin(distributor, 1, customer);
                    case DISTRIBUTOR -> new Principal.DistributorAdmin(distributor, 1);
                    case OPERATOR -> new Principal.Operator(1);
                    case OTHER_CUSTOMERS_ADMIN -> new Principal.CustomerAdmin(otherCustomer, 1);
                    case OTHER_DISTRIBUTORS_WORKSPACE -> new Principal.WorkspaceAdmin(otherDistributor, 1, customer);
                    case PHONE -> Principal.phone();
                });
    }

    /** Every row of the database; asked again only where a commit came between. */
    String dump() {
        try {
            long version = version();
            if (version != dumpedVersion) {
                dumped = DatabaseDump.of(beside);
                dumpedVersion = version;
            }
            return dumped;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes with every commit that changes anything. */
    long version() {
        try (Statement statement = beside.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the file, and leaves it to be copied. */
    LifecycleGround founded() {
        disconnect();
        bench.store.close();
        return this;
    }

    private void disconnect() {
        try {
            beside.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        disconnect();
        bench.close();
    }
}
